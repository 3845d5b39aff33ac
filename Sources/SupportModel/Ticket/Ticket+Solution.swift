extension Ticket {
  /// The public reply that solved the ticket: the desk's last one before it was resolved, but for a
  /// few words of farewell after one that says more. Nil for a ticket that is open, or was done
  /// without a word.
  package func solution(_ lifecycle: Lifecycle) -> Message? {
    guard let doneAt = doneAt(lifecycle) else { return nil }
    let replies = messages.filter { reply in
      reply.isAgentReply && reply.at.map { $0 <= doneAt } ?? true
    }
    return replies.last { $0.body.split(whereSeparator: \.isWhitespace).count >= Self.farewell }
      ?? replies.last
  }

  /// In words: what has fewer may be no more than thanks.
  private static let farewell = 20

  /// When it was resolved, or closed without; nil as long as it is not done.
  package func doneAt(_ lifecycle: Lifecycle) -> Instant? {
    lifecycle.phase(of: status) == .done ? resolvedAt ?? closedAt : nil
  }
}
