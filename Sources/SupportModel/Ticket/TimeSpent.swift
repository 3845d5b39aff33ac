/// The time that somebody says they worked: on a message, and what it adds up to.
package enum TimeSpent {
  /// Of one message.
  package static let longest = TimeSpan(seconds: 24 * 3600)

  /// Reads `15m` or `1h30m`; `-5m` takes back what was too much. Nil for anything else: a number alone
  /// would be seconds to one and minutes to another.
  package static func parse(_ text: String) -> TimeSpan? {
    let isBack = text.hasPrefix("-")
    let plain = isBack ? text.dropFirst() : text[...]
    guard let last = plain.utf8.last, !(0x30...0x39).contains(last), let span = TimeSpan(plain),
      span > .zero, span <= longest
    else { return nil }
    return isBack ? -span : span
  }
}

extension Message {
  /// In seconds.
  package var secondsSpent: Int { document["spent_seconds"]?.integer ?? 0 }
}

extension Ticket {
  /// What the messages of its thread took, in seconds. Nil where nobody said.
  package var secondsSpent: Int? {
    let spent = messages.map(\.secondsSpent).filter { $0 != 0 }
    return spent.isEmpty ? nil : spent.reduce(0, +)
  }
}

extension TicketChange {
  /// Notes how long the message took.
  mutating func spend(_ span: TimeSpan?, on ticket: Ticket, _ acting: Acting) throws(Refusal) {
    guard let span else { return }
    try acting.permissions.requireAgent("say how long it took")
    let before = TimeSpan(seconds: ticket.secondsSpent ?? 0)
    guard span > .zero || before + span >= .zero else {
      throw .notSpent(ticket.id, spent: before, takenBack: -span)
    }
    patch.message?["spent_seconds"] = .integer(Int64(span.seconds))
  }
}
