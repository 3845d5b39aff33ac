import CommandKit
import SupportDesk
import SupportModel

private let at = Option.text("at", value: "TIME", "Show it as it was then")

/// Shows one ticket with its thread.
extension Command where Context == Session {
  static var ticketShow: Command {
    Command(
      "show", "Show a ticket with its thread", needs: .desk,
      arguments: [Shared.ticket], options: [at],
      examples: [
        "support ticket show k7q", "support ticket show 261120-k7qx9m --at 2026-11-01",
        "support ticket show k7q --json=status,sla_due_at",
      ],
      isCommon: true
    ) { call, session in
      let desk = try session.desk()
      let time = try call[at].map { try session.time($0) }
      let view = desk.view(try desk.ticket(call[Shared.ticket], at: time))
      if session.output.isText { try session.output.startPager(session) }
      try session.output.show(view.json, fields: TicketView.fields) {
        TicketPage(
          view: view, session: session, desk: desk, contact: try desk.contact(of: view.ticket)
        ).text
      }
    }
  }
}
