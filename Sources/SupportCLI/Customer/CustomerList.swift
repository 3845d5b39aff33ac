import CommandKit
import SupportDesk
import SupportModel

private let filter = Argument.any(
  "FILTER", "Filter terms such as tier:gold, organisation:Acme, consent.newsletter:true or words",
  takesDashWords: true)
private let sort = Option.choice(
  "sort", value: "KEY", "The order", of: CustomerOrder.allCases.map(\.rawValue), default: "email")
private let limit = Shared.limit(default: "50 on a terminal, all in a pipe")

/// Lists the customers.
extension Command where Context == Session {
  static var customerList: Command {
    Command(
      "list", "List the customers, with how many tickets they have", needs: .desk,
      arguments: [filter], options: [sort, limit],
      details: """
        Filters are written as for tickets, and speak of the record: email, name, emails, phones, \
        organisation, tier, language, notes, created, updated, consent.NAME. Words are looked for \
        in names, addresses and numbers. Only the order of addresses can begin before all records \
        are read.
        """,
      examples: [
        "support customer list", "support customer list tier:gold --sort last_contact",
        "support customer list email:@example.com -has:phones --format '%(email)'",
      ]
    ) { call, session in
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[filter], desk.customerFilterContext)
      let isShort = session.output.isTerminal && session.output.isText
      let order = call[sort].flatMap(CustomerOrder.init) ?? .email
      let found = try desk.customers(
        filter, by: order, limit: call[limit] ?? (isShort ? 50 : nil))
      try session.output.list(found.views, CustomerRow.listing(session))
      if found.isCut {
        session.output.note("showing \(counted(found.views.count, "customer")); more with -n")
      } else if found.views.isEmpty, isShort {
        session.output.note("no customers match")
      }
    }
  }
}
