import SupportModel
import SupportStore

/// A ticket in which somebody asked the same, and what became of it.
package struct SimilarTicket: Sendable {
  package let ticket: Ticket
  /// How much of the question it has, from 0 to 1.
  package let score: Double
  /// The words that both have, the most telling first.
  package let words: [String]
  /// When it was resolved or closed; nil for a ticket that is open.
  package let doneAt: Instant?
  /// The reply that solved it.
  package let solution: Message?
}

extension Desk {
  /// What a ticket without a solution counts beside one with: it says less to who asks.
  private static let unsolved = 0.8

  /// The tickets that exist for this person and that a filter finds in which somebody asks the same,
  /// the likest first. Those that were solved come before others that are a little more like it.
  package func similarTickets(
    to asked: Asked, _ filter: Filter = .everything, limit: Int
  ) throws -> [SimilarTicket] {
    try likest(asked, filter, limit: limit + limit / 2 + 10).map(similar)
      .map { ($0, $0.score * ($0.solution == nil ? Self.unsolved : 1)) }
      .sorted { $0.1 > $1.1 }.prefix(limit).map(\.0)
  }

  private func similar(_ hit: TicketHit) -> SimilarTicket {
    SimilarTicket(
      ticket: hit.ticket, score: hit.score, words: hit.words,
      doneAt: hit.ticket.doneAt(settings.lifecycle),
      solution: hit.ticket.solution(settings.lifecycle))
  }

  private func likest(_ asked: Asked, _ filter: Filter, limit: Int) throws -> [TicketHit] {
    let (question, itself) = (asked.question, asked.ticket?.id)
    var filter = filter
    if let itself { filter = filter.and(try Filter.parse("-id:\(itself)", filterContext)) }
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    if person.isStaff,
      let found = try withIndex(
        snapshot,
        { try $0.tickets(like: question, isTicket: itself != nil, query, limit: limit) })
    {
      return found.hits
    }
    // Who may not see all tickets asks only those: also how rare a word is must not tell of others.
    var tickets: [Ticket] = []
    try visit(query, in: snapshot) { tickets.append($0.ticket) }
    return try snapshot.tickets(
      like: question, isTicket: false, query, limit: limit, among: tickets
    ).hits
  }
}
