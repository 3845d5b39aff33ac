import SupportDesk
import SupportModel

/// How customers are written. The columns of a pipe are a contract: email, name, organisation, tier,
/// open tickets, all tickets, last contact.
enum CustomerRow {
  static func listing(_ session: Session) -> Listing<CustomerView> {
    Listing(
      columns: [
        Column("EMAIL", isElastic: true, plain: \.customer.email),
        Column("NAME", isElastic: true) { $0.customer.name ?? "" },
        Column("ORGANISATION", isElastic: true, isOptional: true) { $0.organisation ?? "" },
        Column("TIER", isOptional: true) { $0.customer.tier ?? "" },
        Column("OPEN", isNumber: true) { String($0.openTickets) },
        Column("TICKETS", isNumber: true) { String($0.allTickets) },
        Column("LAST CONTACT") { TimeText.short($0.lastContactAt, session) },
      ],
      fields: CustomerView.fields, json: \.json)
  }

  /// The record as people read it, a line for each member.
  static func facts(_ view: CustomerView, _ session: Session) -> [(String, String)] {
    let customer = view.customer
    return [
      ("customer", customer.email), ("name", customer.name ?? ""),
      ("also", customer.emails.joined(separator: ", ")),
      ("phones", customer.phones.joined(separator: ", ")),
      ("organisation", view.organisation ?? ""), ("tier", customer.tier ?? ""),
      ("language", customer.language ?? ""),
      (
        "consents",
        customer.consents.map { ($0.isGiven ? "" : "not ") + $0.name }
          .joined(separator: ", ")
      ),
      ("notes", customer.notes ?? ""),
      ("tickets", "\(view.openTickets) open, \(view.allTickets) in all"),
      ("last contact", TimeText.short(view.lastContactAt, session)),
    ].filter { !$0.1.isEmpty }
  }
}

extension Session {
  /// Says what became of a customer's record.
  func report(_ changed: ChangedCustomer, said: String) throws {
    let customer = changed.customer
    try output.show(customer.document, fields: CustomerView.fields) {
      "\(output.visible(customer.email)) \(said)\n"
    }
    warn(changed.warning)
  }
}
