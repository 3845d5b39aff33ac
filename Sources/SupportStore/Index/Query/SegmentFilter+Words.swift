import SupportModel
import TextSearch

/// Words and ids.
extension SegmentFilter {
  func subjects(containing needle: Needle) throws -> DocumentSet {
    var found = DocumentSet(capacity: count)
    for ticket in 0..<count {
      if needle.occurs(in: try columns.line(ticket).subject) { found.insert(ticket) }
    }
    return found
  }

  /// Every run of letters and digits of the needle lies within a word of the ticket.
  func mentions(_ needle: Needle) throws -> Verdict {
    guard needle.text.utf8.allSatisfy({ $0 < 0x80 }) else { return .unknown(count) }
    var maybe = DocumentSet(allOf: count)
    let runs = needle.text.utf8.split { !Self.isLetterOrDigit($0) }
    for run in runs {
      let letters = String(decoding: Array(run), as: UTF8.self)
      for part in try segment.searchTexts() {
        guard let found = try part.text.documents(mayContain: letters) else { continue }
        maybe.formIntersection(found, at: part.start)
      }
    }
    return Verdict(perhaps: maybe)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  func ids(_ reference: TicketReference) throws -> DocumentSet {
    var found = DocumentSet(capacity: count)
    if let whole = reference.whole {
      if let ticket = try columns.ticket(whole.number) { found.insert(ticket) }
      return found
    }
    let numbers = reference.numbers
    try columns.visit(.id, as: UInt64.self) { ticket, id in
      if numbers.match(id) { found.insert(ticket) }
    }
    return found
  }
}
