import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the customer commands share.
enum CustomerParameter {
  static let email = Argument.one(
    "EMAIL", "The customer's address, any of theirs", completes: .live("customer"))
  static let name = Option.text("name", value: "NAME", "What they are called, '' for nothing")
  static let emails = Option.texts(
    "email", value: "[+|-]EMAIL", "Add a further address that leads to them, or take one away")
  static let phones = Option.texts(
    "phone", value: "[+|-]NUMBER", "Add a telephone number, or take one away")
  static let organisation = Option.text(
    "organisation", value: "NAME", "Where they belong, '' for nowhere")
  static let tier = Option.text(
    "tier", value: "TIER", "What was promised to them, such as gold; '' for nothing")
  static let language = Option.text(
    "language", value: "TAG", "The language they read, such as en; '' for none")
  static let note = Option.text(
    "note", value: "TEXT", "What the desk should remember, '' for nothing. Customers never see it")
  static let consents = Option.texts(
    "consent", value: "[+|-]NAME", "Note that they agreed to something, or took it back")

  /// What can be said of a customer.
  static let all: [any Parameter] = [
    name, emails, phones, organisation, tier, language, note, consents,
  ]
}

extension CustomerChange {
  init(_ call: Call) {
    self.init()
    values.name = call[CustomerParameter.name]
    values.organisation = call[CustomerParameter.organisation]
    values.tier = call[CustomerParameter.tier]
    values.language = call[CustomerParameter.language]
    values.notes = call[CustomerParameter.note]
    (addEmails, removeEmails) = SignedWords.split(call[CustomerParameter.emails])
    values.addPhones = call[CustomerParameter.phones].filter { !$0.hasPrefix("-") }
    values.removePhones = call[CustomerParameter.phones].filter { $0.hasPrefix("-") }
      .map { String($0.dropFirst()) }
    (values.addConsents, values.removeConsents) = SignedWords.split(
      call[CustomerParameter.consents])
  }
}
