import CommandKit
import SupportDesk
import SupportModel

private let limit = Shared.limit(default: "20 tickets on a terminal, all in a pipe")

/// Shows a customer with their tickets.
extension Command where Context == Session {
  static var customerShow: Command {
    Command(
      "show", "Show a customer with their tickets", needs: .desk,
      arguments: [CustomerParameter.email], options: [limit],
      details: """
        Any of their addresses will do. A customer may look at themselves, without what the desk \
        keeps for itself. --json has the numbers of the tickets, and `support ticket list \
        customer:EMAIL` the tickets.
        """,
      examples: ["support customer show bob@example.com"]
    ) { call, session in
      let desk = try session.desk()
      let view = try desk.customer(call[CustomerParameter.email])
      guard session.output.isText else {
        return try session.output.show(view.json, fields: CustomerView.fields) { "" }
      }
      for (label, value) in CustomerRow.facts(view, session) {
        try session.output.say(line(label, value, session))
      }
      try tickets(of: view, call[limit], desk, session)
    }
  }

  private static func line(_ label: String, _ value: String, _ session: Session) -> String {
    let padding = String(repeating: " ", count: max(1, 14 - label.count))
    let shown = value.split(separator: "\n", omittingEmptySubsequences: true)
      .map { session.output.visible(String($0)) }
    return Style.dim.wrap(label, session.output.isColoured) + padding
      + shown.joined(separator: "\n" + String(repeating: " ", count: 14))
  }

  private static func tickets(
    of view: CustomerView, _ limit: Int?, _ desk: Desk, _ session: Session
  ) throws {
    guard view.allTickets > 0 else { return }
    try session.output.say("")
    let most = limit ?? (session.output.isTerminal ? 20 : nil)
    let filter = Filter.ofCustomers([view.customer.email] + view.customer.emails)
    let next = try desk.list(filter, limit: most) { try session.list($0) }
    if next != nil {
      session.output.note("all of them: support ticket list -a customer:\(view.customer.email)")
    }
  }
}
