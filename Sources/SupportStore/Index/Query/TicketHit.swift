import SupportModel
import TextSearch

/// A ticket that a search found, with the part of its thread that shows why.
package struct TicketHit: Sendable {
  package let ticket: Ticket
  /// Higher is better; comparable only within one search, but for tickets that are like a question:
  /// then it is the part of the question that the ticket is about, from 0 to 1.
  package let score: Double
  package let snippet: String
  /// The parts of the snippet that were searched for, in bytes of its UTF-8.
  package let marks: [Range<Int>]

  private let query: Query

  init(_ ticket: Ticket, score: Double, for query: Query, _ highlighter: inout Highlighter) {
    let thread = ticket.messages.map(\.body).joined(separator: "\n")
    let snippet = highlighter.snippet(of: thread)
    (self.ticket, self.score, self.query) = (ticket, score, query)
    (self.snippet, marks) = (snippet.text, snippet.marks)
  }

  /// The words asked for that stand in it, the most telling first.
  package var words: [String] {
    query.words(in: [ticket.subject] + ticket.messages.map(\.body))
  }
}

/// What a search of the tickets found.
package struct TicketHits: Sendable {
  /// The best first.
  package var hits: [TicketHit] = []
  /// How many tickets answer it; nil where only their documents would tell.
  package var total: Int? = 0
  /// Another spelling that finds something, where this one finds nothing.
  package var suggestion: String?
}
