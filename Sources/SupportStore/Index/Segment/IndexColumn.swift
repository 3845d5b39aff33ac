import SupportModel

/// What is kept of each ticket of a segment in a table of its own, one entry for each of them.
enum IndexColumn: Int, CaseIterable {
  /// u64
  case id
  /// i64, in milliseconds since 1970; `IndexRow.noInstant` for none.
  case created, updated, lastMessage, resolved, closed, firstResponse, firstMessage, latestMessage
  /// u16, see `IndexMark`.
  case marks
  /// u32, where the line of each ends among all lines.
  case lineEnd
  /// What lists show, a `TicketLine` for each.
  case lines
  /// u16, the numbers of the tickets in the order of a time or of the subject. Those without the time
  /// come last.
  case byCreated, byUpdated, byLastMessage, bySubject

  /// The time that filters and sorts call by the name of a field; nil for what has no column.
  init?(time field: FilterField) {
    switch field {
    case .created: self = .created
    case .updated: self = .updated
    case .lastMessage: self = .lastMessage
    case .resolved: self = .resolved
    case .closed: self = .closed
    case .firstResponse: self = .firstResponse
    default: return nil
    }
  }
}

/// What is so of a ticket or not, a bit for each.
struct IndexMark: OptionSet {
  let rawValue: UInt16

  static let unreadByAgent = IndexMark(rawValue: 1)
  static let unreadByCustomer = IndexMark(rawValue: 2)
  /// A public message has an attachment.
  static let attachment = IndexMark(rawValue: 4)
  /// A message has one, public or not.
  static let anyAttachment = IndexMark(rawValue: 8)
  /// A message is an internal note.
  static let note = IndexMark(rawValue: 16)
  /// The customer waits for an answer.
  static let unanswered = IndexMark(rawValue: 32)
  /// The customer was asked how well they were helped.
  static let surveyed = IndexMark(rawValue: 64)
  /// A message says how long it took.
  static let timed = IndexMark(rawValue: 128)
  /// The customer waits for an answer, and nobody was told of it yet.
  static let untold = IndexMark(rawValue: 256)
}
