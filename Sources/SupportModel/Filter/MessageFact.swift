/// What can be true of one message of a ticket's thread.
package enum MessageFact: Hashable, Sendable {
  /// That it is there.
  case present
  case direction(Message.Direction)
  case at(FilterRange<Instant>)
  /// Written by this actor, in lower case: `agent:ada`, `customer:bob@example.com`.
  case author(String)
  /// The author's handle is these words, or they stand in the author's name or address.
  case authorLike(Needle)
  /// The words stand in the body.
  case says(Needle)
  /// The words stand in the name of an attached file.
  case attaches(Needle)
  /// An internal note.
  case note
}

extension Message {
  func holds(_ fact: MessageFact) -> Bool {
    switch fact {
    case .present: true
    case .direction(let direction): self.direction == direction
    case .at(let range): at.map(range.contains) ?? false
    case .author(let name): author?.description.lowercased() == name
    case .authorLike(let needle): isAuthor(like: needle)
    case .says(let needle): needle.occurs(in: body)
    case .attaches(let needle): attachments.contains { needle.occurs(in: $0.filename) }
    case .note: isInternal
    }
  }

  private func isAuthor(like needle: Needle) -> Bool {
    if let name = authorName, needle.occurs(in: name) { return true }
    switch author {
    case .agent(let handle): return handle.lowercased() == needle.text
    case .customer(let email): return needle.occurs(in: email)
    case .system, .ai: return author?.description == needle.text
    case nil: return false
    }
  }

  /// What a message has for a field about messages.
  func spellings(_ field: FilterField) -> [String] {
    switch field {
    case .messageDirection: [direction.rawValue]
    case .messageAt: [at?.description].compactMap(\.self)
    case .messageAuthor: [author?.description].compactMap(\.self)
    case .messageBody: [body]
    case .attachment: attachments.map(\.filename)
    default: []
    }
  }
}
