import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the template commands share.
enum TemplateParameter {
  static let name = Argument.one("NAME", "The template", completes: .live("template"))
  static let newName = Argument.one(
    "NAME", "A short name such as refund; refund.fr is it in French")
  static let title = Option.text(
    "title", short: "t", value: "TITLE", "What agents read in a list")
  static let subject = Option.text(
    "subject", short: "s", value: "SUBJECT", "A subject that goes with it, '' for none")
  static let categories = Option.texts(
    "category", short: "c", value: "[+|-]CATEGORY", "Use it for tickets of this category only",
    completes: .live("category"))
  static let language = Option.text(
    "language", short: "l", value: "TAG", "The language it is written in, '' for none")
  static let active = Option.choice(
    "active", value: "WHETHER", "Whether it is used by itself", of: ["true", "false"])
  static let text = Option.text("message", short: "m", value: "TEXT", "The text")

  /// What can be said of a template, besides its text.
  static let all: [any Parameter] = [title, subject, categories, language, active]

  /// Templates that a message is made of.
  static let use = Option.texts(
    "template", value: "NAME", "Say what a template says; several are put one below the other",
    completes: .live("template"))
  static let values = Option.texts(
    "define", short: "D", value: "KEY=VALUE", "A value for a template")
  static let preferred = Option.text(
    "language", short: "l", value: "TAG", "The language to prefer", default: "the customer's")
}

extension TemplateEdit {
  init(_ call: Call) {
    self.init()
    title = call[TemplateParameter.title]
    subject = call[TemplateParameter.subject]
    language = call[TemplateParameter.language]
    isActive = call[TemplateParameter.active].map { $0 == "true" }
    (addCategories, removeCategories) = SignedWords.split(call[TemplateParameter.categories])
  }
}

extension TemplateUse {
  /// The templates that a message is to be made of.
  init(_ call: Call, _ session: Session) throws {
    let names = call[TemplateParameter.use]
    if names.isEmpty, call.has(TemplateParameter.values) {
      throw UsageError.missingOption(
        [TemplateParameter.use.shape.spelling], path: session.output.commandPath)
    }
    try self.init(names, call)
  }

  /// Templates by their names, with the values that the call gives.
  init(_ names: [String], _ call: Call) throws {
    self.init()
    self.names = names
    for (name, value) in try call[TemplateParameter.values].map(FieldWord.split) {
      guard Template.isLegal(variable: name) else {
        throw Refusal.invalid(
          field: "name", value: name, expected: Template.expectedVariable)
      }
      values[name] = value
    }
  }
}

extension Session {
  /// Says what became of a template.
  func show(_ template: Template, said: String) throws {
    try output.show(TemplateRow.json(TemplateView(template: template)), fields: TemplateRow.fields)
    {
      "\(template.name) \(said)\n"
    }
  }
}
