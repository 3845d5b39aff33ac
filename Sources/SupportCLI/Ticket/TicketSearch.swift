import CommandKit
import SupportDesk
import SupportModel

private let query = Argument.many(
  "QUERY", "Words, \"phrases\", -word, word*, and any filter", takesDashWords: true)

/// Searches the tickets.
extension Command where Context == Session {
  static var ticketSearch: Command {
    Command(
      "search", "Search the tickets", needs: .desk, arguments: [query],
      options: [Shared.limit(default: "20")],
      details: """
        Finds tickets with all of the words in their subject, messages or customer, in any form of \
        the words, the best first; `refund or voucher` takes any of them. Conditions of the filter \
        language narrow the search: see `support help filters`. Also tickets that are done are \
        found. In a pipe each line is id, score, status, subject and snippet, parted by tabs.
        """,
      examples: [
        "support ticket search printer offline", "support ticket search '\"two factor\"' is:open",
        "support ticket search refund customer:@example.com -voucher --json=id,snippet",
      ],
      isCommon: true
    ) { call, session in
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[query], desk.filterContext)
      try require(filter)
      let limit = call[Shared.limit] ?? 20
      let found = try desk.searchTickets(filter, limit: limit)
      if session.output.isText { try session.output.startPager(session) }
      try FoundTickets(session: session, desk: desk).write(found.hits)
      if found.hits.isEmpty {
        session.output.note("no ticket matches")
        if let suggestion = found.suggestion { session.output.note("hint: try \(suggestion)") }
      } else if found.hits.count == limit, found.total != limit {
        let all = found.total.map { " of \(counted($0, "ticket"))" } ?? ""
        session.output.note("showing the best \(limit)\(all); more with -n")
      }
    }
  }

  private static func require(_ filter: Filter) throws {
    if let sort = filter.sorts.first {
      throw Refusal.invalid(
        field: "query", value: sort.description,
        expected: "words and conditions; ticket list sorts")
    }
    if filter.parted.words.text.isEmpty {
      throw Refusal.invalid(
        field: "query", value: filter.description, expected: "a word to look for")
    }
  }
}

/// How found tickets are written: on a terminal some lines each, with the words that were searched
/// for set off.
private struct FoundTickets {
  let session: Session
  let desk: Desk

  func write(_ hits: [TicketHit]) throws {
    let output = session.output
    guard output.isTerminal, output.isText else { return try output.list(hits, listing) }
    let styles = TicketListing(session: session, settings: desk.settings)
    for hit in hits {
      let ticket = hit.ticket
      let status = styles.statusStyle(ticket.status).wrap(ticket.status, output.isColoured)
      let subject = Style.bold.wrap(Visible.line(ticket.subject), output.isColoured)
      try output.write("\(ticket.id)  \(status)  \(subject)\n")
      let text = FoundText(snippet: hit.snippet, marks: hit.marks)
      for line in text.lines(width: min(output.width, 100) - 2, isColoured: output.isColoured) {
        try output.write("  \(line)\n")
      }
    }
  }

  private var listing: Listing<TicketHit> {
    Listing(
      columns: [
        Column("ID") { $0.ticket.id.description }, Column("SCORE") { scoreText($0.score) },
        Column("STATUS") { $0.ticket.status }, Column("SUBJECT") { $0.ticket.subject },
        Column("SNIPPET", plain: \.snippet),
      ],
      fields: ["score", "snippet"] + TicketView.fields,
      json: { hit in
        var json = JSONObject([
          ("score", .number(hit.score)), ("snippet", .string(hit.snippet)),
        ])
        for member in desk.view(hit.ticket).json.members { json[member.key] = member.value }
        return json
      })
  }
}
