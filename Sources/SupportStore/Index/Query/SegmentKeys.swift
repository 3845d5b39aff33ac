import SupportModel
import TextSearch

/// What the tickets of a segment are sorted by: the values that `SortOrder` reads from documents.
struct SegmentKeys {
  let columns: TicketColumns
  private let clocks: SegmentClocks
  private let settings: DeskSettings

  init(_ columns: TicketColumns, _ clocks: SegmentClocks, _ settings: DeskSettings) {
    (self.columns, self.clocks, self.settings) = (columns, clocks, settings)
  }

  func row(_ ticket: Int, _ order: SortOrder) throws -> SortRow {
    if order.terms.count == 1, order.terms[0].key == .subject || order.terms[0].key == .lastMessage
    {
      // It stands in the line, which is shown soon: nothing else need be looked at.
      let line = try columns.line(ticket)
      let value: SortValue =
        order.terms[0].key == .subject
        ? .text(line.subject.lowercased())
        : line.lastMessageAt.map { .number($0.milliseconds) } ?? .none
      return SortRow(values: [value], id: line.id)
    }
    return SortRow(
      values: try order.terms.map { try value($0.key, ticket) }, id: try columns.id(ticket))
  }

  private func value(_ key: SortKey, _ ticket: Int) throws -> SortValue {
    switch key {
    case .created, .updated, .lastMessage, .due:
      try time(key, ticket).map { .number($0.milliseconds) } ?? .none
    case .priority: rank(.priority, try columns.line(ticket).priority)
    case .status: rank(.status, try columns.line(ticket).status)
    case .subject: .text(try columns.line(ticket).subject.lowercased())
    case .id: .text(try columns.id(ticket).description)
    }
  }

  private func rank(_ key: SortKey, _ code: String?) -> SortValue {
    key.rank(of: code ?? "", settings).map { .number($0) } ?? .none
  }

  /// Nil for no time, and for a key that is none. What lists show stands in the line of the ticket as
  /// well as in its column.
  func time(_ key: SortKey, _ ticket: Int, fromLine: Bool = false) throws -> Instant? {
    switch key {
    case .lastMessage where fromLine: try columns.line(ticket).lastMessageAt
    case .created: try columns.time(.created, ticket)
    case .updated: try columns.time(.updated, ticket)
    case .lastMessage: try columns.time(.lastMessage, ticket)
    case .due: try clocks.dueAt(ticket)
    case .priority, .status, .subject, .id: nil
    }
  }

  /// The tickets by the rank of a term; nil for one that goes by something else.
  func groups(_ term: SortTerm) throws -> RankGroups? { try RankGroups(columns, term, settings) }

  /// The tickets in the order of a key; nil where no file has them so.
  func order(_ key: SortKey) throws -> TicketOrder? {
    try key == .due ? clocks.order() : columns.order(key)
  }
}

/// When the tickets of a segment are due: as it was judged in advance, or as their documents say now.
struct SegmentClocks {
  private let segment: Segment
  private let judge: (TicketID) throws -> Instant?

  init(_ segment: Segment, _ judge: @escaping (TicketID) throws -> Instant?) {
    (self.segment, self.judge) = (segment, judge)
  }

  func dueAt(_ ticket: Int) throws -> Instant? {
    guard let judged = try segment.clocks(), try !judged.marks(ticket).contains(.isVolatile) else {
      return try judge(try segment.columns().id(ticket))
    }
    return try judged.dueAt(ticket)
  }

  /// The tickets in the order of when they are due; nil where documents have to tell that.
  func order() throws -> TicketOrder? { try segment.clocks()?.order }
}
