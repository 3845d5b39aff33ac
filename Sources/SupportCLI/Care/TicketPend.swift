import CommandKit
import SupportDesk
import SupportModel

private let until = Option.required(
  "until", value: "TIME", "When it is to be open again: 2026-12-01, 2026-12-01T09:00Z, +3d")

/// Lays tickets aside.
extension Command where Context == Session {
  static var ticketPend: Command {
    Command(
      "pend", "Lay tickets aside until a time", needs: .desk,
      arguments: [BulkParameter.tickets],
      options: [until, Shared.lastMessage] + BulkParameter.options, rules: [BulkParameter.rule],
      details: """
        They are pending until then; `ticket wake` opens them. Whatever else moves them, such as an \
        answer of the customer, ends it.
        """ + " " + BulkParameter.details,
      examples: [
        "support ticket pend k7q --until 2026-12-01 -m 'The part comes in December.'",
        "support ticket pend --where 'tag:backorder' --until +7d",
      ]
    ) { call, session in
      let time = try session.time(
        call[until], such: "2026-12-01, 2026-12-01T09:00Z or +3d")
      try session.change(call) { ticket in
        "\(ticket.status) until \(ticket.pendingUntil?.description ?? "")"
      } by: { desk, tickets, options in
        try desk.pend(tickets, until: time, message: call[Shared.lastMessage], options)
      }
    }
  }
}
