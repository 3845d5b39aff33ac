/// What somebody asks, as one looks for something like it: a ticket, or any text.
package struct Question: Hashable, Sendable {
  /// A text of which every word counts `weight` times.
  package struct Part: Hashable, Sendable {
    package let text: String
    package let weight: Int
  }

  package let parts: [Part]
  /// The names of those who write, whose words are no part of what is asked.
  package let names: [String]

  package init(_ text: String) {
    parts = [Part(text: OwnText.of(text), weight: 1)]
    names = []
  }

  /// What a ticket's customer asks: the subject and the opening say it best. What the desk answered
  /// is not asked.
  package init(_ ticket: Ticket) {
    let spoken = ticket.messages.filter { !$0.isInternal }
    var parts = [Part(text: ticket.subject, weight: 3)]
    if let opening = spoken.first { parts.append(Part(text: OwnText.of(opening.body), weight: 2)) }
    for message in spoken.dropFirst() where message.direction == .inbound {
      parts.append(Part(text: OwnText.of(message.body), weight: 1))
    }
    self.parts = parts
    names = [ticket.customer].compactMap(\.self) + spoken.compactMap(\.authorName)
  }
}
