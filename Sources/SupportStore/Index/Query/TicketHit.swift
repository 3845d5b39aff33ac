import SupportModel
import TextSearch

/// A ticket that a search found, with the part of its thread that shows why.
package struct TicketHit: Sendable {
  package let ticket: Ticket
  /// Higher is better; comparable only within one search.
  package let score: Double
  package let snippet: String
  /// The parts of the snippet that were searched for, in bytes of its UTF-8.
  package let marks: [Range<Int>]

  init(_ ticket: Ticket, score: Double, _ highlighter: inout Highlighter) {
    let thread = ticket.messages.map(\.body).joined(separator: "\n")
    let snippet = highlighter.snippet(of: thread)
    (self.ticket, self.score) = (ticket, score)
    (self.snippet, marks) = (snippet.text, snippet.marks)
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
