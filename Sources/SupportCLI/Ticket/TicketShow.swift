import CommandKit
import SupportDesk
import SupportModel

private let at = Option.text("at", value: "TIME", "Show it as it was then")
private let events = Option.flag("events", "Show who had it, when and why")

/// Shows one ticket with its thread.
extension Command where Context == Session {
  static var ticketShow: Command {
    Command(
      "show", "Show a ticket with its thread", needs: .desk,
      arguments: [Shared.ticket], options: [at, events],
      examples: [
        "support ticket show k7q", "support ticket show 261120-k7qx9m --at 2026-11-01",
        "support ticket show k7q --json=status,sla_due_at",
        "support ticket show k7q --events",
      ],
      isCommon: true
    ) { call, session in
      let desk = try session.desk()
      let time = try call[at].map { try session.time($0) }
      let view = desk.view(try desk.ticket(call[Shared.ticket], at: time))
      if session.output.isText { try session.output.startPager(session) }
      var json = view.json
      let isHistoryAsked = call[events] || session.output.names("assignments")
      let assignments = isHistoryAsked ? try desk.assignments(of: view.ticket) : []
      if isHistoryAsked {
        json["assignments"] = .array(assignments.map { .object($0.json) })
      }
      try session.output.show(json, fields: TicketView.fields) {
        TicketPage(
          view: view, session: session, desk: desk, contact: try desk.contact(of: view.ticket),
          assignments: assignments
        ).text
      }
    }
  }
}
