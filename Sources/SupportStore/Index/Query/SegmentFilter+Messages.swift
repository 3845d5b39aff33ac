import SupportModel
import TextSearch

/// What messages say, who wrote them and when.
extension SegmentFilter {
  /// Columns know all messages. Where notes do not count, the documents have to tell.
  func messages(_ fact: MessageFact, inNotes: Bool) throws -> Verdict {
    let verdict = try messages(fact)
    return inNotes ? verdict : Verdict(perhaps: verdict.maybe)
  }

  private func messages(_ fact: MessageFact) throws -> Verdict {
    switch fact {
    case .present: try present(.messageDirection)
    case .direction(let direction): try among(.messageDirection, [direction.rawValue])
    case .at(let range): try messages(range)
    case .author(let name): try author(name)
    case .authorLike: .unknown(count)
    case .says(let needle): try mentions(needle)
    case .attaches(let needle): try values(.attachment) { needle.occurs(in: $0) }
    case .note: try marked(.note)
    }
  }

  private func author(_ name: String) throws -> Verdict {
    guard Actor(name)?.email == nil else { return .unknown(count) }
    guard let table = try columns.table(TicketColumnsWriter.author) else {
      return Verdict(DocumentSet(capacity: count))
    }
    var found = DocumentSet(capacity: count)
    for place in try table.places(of: name) { try table.addTickets(place, to: &found) }
    return Verdict(found)
  }

  /// A message may be within a time where the first and the last one are not both on one side of it.
  private func messages(_ range: FilterRange<Instant>) throws -> Verdict {
    let (from, before) = (range.from?.milliseconds ?? .min, range.before?.milliseconds ?? .max)
    var (begun, over) = (DocumentSet(capacity: count), DocumentSet(capacity: count))
    try columns.visit(.firstMessage, as: Int64.self) { ticket, time in
      if time < before { begun.insert(ticket) }
    }
    try columns.visit(.latestMessage, as: Int64.self) { ticket, time in
      if time < from { over.insert(ticket) }
    }
    begun.subtract(over)
    return Verdict(perhaps: begun)
  }
}
