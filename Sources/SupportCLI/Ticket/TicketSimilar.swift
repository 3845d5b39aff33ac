import CommandKit
import SupportDesk
import SupportModel

private let filter = Option.texts(
  "where", value: "FILTER", "Only among the tickets that a filter finds",
  completes: .live("filter"))

/// Finds earlier tickets like one, and how they were solved.
extension Command where Context == Session {
  static var ticketSimilar: Command {
    Command(
      "similar", "Find tickets like another or like a text, and how they were solved",
      needs: .desk, arguments: [AskedParameter.words],
      options: AskedParameter.options + [filter, Shared.limit(default: "5")],
      details: """
        Takes the words that tell most of what is asked, and finds tickets with them. The score is \
        the part of the question that a ticket has, from 0 to 1; below 0.10 nothing is shown. \
        Tickets with a solution come first where others are not much more alike: that is the \
        desk's last public reply before the ticket was resolved. In a pipe each line is id, \
        score, status, when it was resolved, rating, subject and the solution.

        \(AskedParameter.details)
        """,
      examples: [
        "support ticket similar k7q", "support ticket similar refund never arrived -n 10",
        "support ticket similar k7q --where 'resolved:>-90d rating:>=4' --json=id,solution",
      ]
    ) { call, session in
      let desk = try session.desk()
      let context = desk.filterContext
      let narrowed = Filter.and(try call[filter].map { try Filter.parse($0, context) })
      let found = try desk.similarTickets(
        to: try session.asked(call, desk), narrowed, limit: call[Shared.limit] ?? 5)
      try SimilarTickets(session: session, desk: desk).write(found)
      if found.isEmpty { session.output.note("no ticket is like it") }
    }
  }
}

/// How similar tickets are written: on a terminal some lines each, with what solved them.
private struct SimilarTickets {
  let session: Session
  let desk: Desk

  func write(_ tickets: [SimilarTicket]) throws {
    let output = session.output
    guard output.isTerminal, output.isText else { return try output.list(tickets, listing) }
    let styles = TicketListing(session: session, settings: desk.settings)
    for similar in tickets {
      let ticket = similar.ticket
      let status = styles.statusStyle(ticket.status).wrap(ticket.status, output.isColoured)
      let subject = Style.bold.wrap(Visible.line(ticket.subject), output.isColoured)
      try output.write("\(ticket.id)  \(status)\(ending(similar))  \(subject)\n")
      try writeLine(similar.words.joined(separator: ", "), .dim)
      if let solution = similar.solution { try writeLine(Self.oneLine(solution.body), .plain) }
    }
  }

  /// ` 2026-11-20, rated 4`
  private func ending(_ similar: SimilarTicket) -> String {
    let date = similar.doneAt.map { " \($0.date)" } ?? ""
    return date + (similar.rating.map { ", rated \($0)" } ?? "")
  }

  private func writeLine(_ text: String, _ style: Style) throws {
    let text = cut(Visible.line(text), to: min(session.output.width, 100) - 2)
    try session.output.write("  \(style.wrap(text, session.output.isColoured))\n")
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var listing: Listing<SimilarTicket> {
    Listing(
      columns: [
        Column("ID") { $0.ticket.id.description }, Column("SCORE") { scoreText($0.score) },
        Column("STATUS") { $0.ticket.status },
        Column("RESOLVED") { $0.doneAt?.description ?? "" },
        Column("RATING") { $0.rating.map { "\($0)" } ?? "" },
        Column("SUBJECT") { $0.ticket.subject },
        Column("SOLUTION") { $0.solution.map { cut(Self.oneLine($0.body), to: 150) } ?? "" },
      ],
      fields: ["score", "words", "solution"] + TicketView.fields,
      json: { similar in
        var json = JSONObject([
          ("score", .number(hundredths(similar.score))),
          ("words", .array(similar.words.map(JSON.string))),
        ])
        json["solution"] = similar.solution.map { .object($0.document) }
        for member in desk.view(similar.ticket).json.members { json[member.key] = member.value }
        return json
      })
  }
}

extension SimilarTicket {
  fileprivate var rating: Int? { ticket.document.value(at: "satisfaction.rating")?.integer }
}
