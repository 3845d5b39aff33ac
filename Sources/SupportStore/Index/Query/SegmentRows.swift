import SupportModel
import TextSearch

/// The tickets of a segment that may be on a list, by the first key of its order and then by their ids.
struct SegmentRows {
  private let keys: SegmentKeys
  private let capacity: Int
  /// The tickets that belong on the list for certain, where not all that may do.
  private let sure: DocumentSet?
  private let order: SortOrder
  private var source: Source

  /// Where the next ticket comes from.
  private enum Source {
    /// Tickets that were put in order.
    case sorted(ArraySlice<Int>)
    /// Tickets that have the same key, and the groups that come behind them, of all these tickets.
    case groups(ArraySlice<Int>, ArraySlice<RankGroups.Group>, RankGroups, DocumentSet)
    /// A column that has all tickets in order: what is left of it, each part up or down, of which these
    /// tickets are sought, and what was read of it already.
    case column(TicketOrder, Parts, DocumentSet, ArraySlice<Int>)
  }

  /// The places of a column in the order they are gone through: what has the value, then what has not.
  private struct Parts {
    var first: Range<Int>
    var second: Range<Int>

    /// The next places, up to a number of them, from the end of each part or from its beginning; nil where
    /// there are none.
    mutating func next(_ most: Int, _ isDescending: Bool) -> Range<Int>? {
      if first.isEmpty { (first, second) = (second, 0..<0) }
      if first.isEmpty { return nil }
      let cut =
        isDescending
        ? max(first.upperBound - most, first.lowerBound)
        : min(first.lowerBound + most, first.upperBound)
      let (before, after) = (first.lowerBound..<cut, cut..<first.upperBound)
      first = isDescending ? before : after
      return isDescending ? after : before
    }
  }

  /// So many places of a column are read at once.
  private static let readAtOnce = 32

  /// `start` is the row of a list that was shown last: what comes before it is left out.
  init(
    _ keys: SegmentKeys, _ verdict: Verdict, by term: SortTerm, after start: SortRow?
  ) throws {
    (self.keys, order, capacity) = (keys, SortOrder([term]), verdict.maybe.capacity)
    sure = verdict.sure == verdict.maybe ? nil : verdict.sure
    source = .sorted([])
    let tickets = verdict.maybe
    if start == nil, let ranks = try keys.groups(term) {
      source = .groups([], ranks.groups[...], ranks, tickets)
    } else if tickets.isMore(than: capacity / Self.steps(term.key)),
      let column = try keys.order(term.key)
    {
      source = .column(column, try parts(of: column, start), tickets, [])
    } else {
      source = .sorted(try sorted(tickets, term, start)[...])
    }
  }

  /// Whether only its document tells that a ticket belongs on the list.
  func isDoubtful(_ ticket: Int) -> Bool { !(sure?.contains(ticket) ?? true) }

  /// What the next ticket is sorted by.
  func row(_ ticket: Int) throws -> SortRow { try keys.row(ticket, order) }

  private var isDescending: Bool { order.terms[0].isDescending }

  /// To go through a column costs a step for each ticket of the segment; to sort, so many for each that is
  /// on the list. A subject lies in a place of its own, and so does when a ticket is due.
  private static func steps(_ key: SortKey) -> Int {
    key == .subject || key == .due ? 256 : 16
  }

  // MARK: Tickets that are put in order

  private func sorted(
    _ found: DocumentSet, _ term: SortTerm, _ start: SortRow?
  ) throws -> [Int] {
    var tickets: [Int]
    switch term.key {
    case .id: tickets = directed(found)
    case .status, .priority:
      tickets = []
      guard let ranks = try keys.groups(term) else { break }
      for group in ranks.groups { tickets += directed(try ranks.tickets(group, among: found)) }
    case .created, .updated, .lastMessage, .due: tickets = try sortedByTime(found, term.key)
    case .subject:
      let rows = try found.map { (ticket: $0, row: try row($0)) }
      tickets = rows.sorted { order.precedes($0.row, $1.row) }.map(\.ticket)
    }
    guard let start else { return tickets }
    let first = try (0..<tickets.count).firstPlace { try !isBefore(tickets[$0], start) }
    return Array(tickets[first...])
  }

  /// The lines of so few tickets are likely to be shown, so that their times may as well be read there: they
  /// are still known then.
  private static let few = TicketColumns.recentLines

  /// What has no time comes last. The numbers of tickets have the order of their ids.
  private func sortedByTime(_ found: DocumentSet, _ key: SortKey) throws -> [Int] {
    var dated: [(time: Int64, ticket: Int)] = []
    var undated: [Int] = []
    let isFew = !found.isMore(than: Self.few)
    for ticket in found {
      if let time = try keys.time(key, ticket, fromLine: isFew) {
        dated.append((time.milliseconds, ticket))
      } else {
        undated.append(ticket)
      }
    }
    dated.sort { $0 < $1 }
    let tickets = dated.map(\.ticket)
    return isDescending ? tickets.reversed() + undated.reversed() : tickets + undated
  }

  private func directed(_ tickets: DocumentSet) -> [Int] {
    isDescending ? tickets.reversed() : Array(tickets)
  }

  /// Whether a ticket comes before all that can follow a row with several keys: what has the same
  /// first one may stand on either side of it.
  private func isBefore(_ ticket: Int, _ start: SortRow) throws -> Bool {
    let row = try row(ticket)
    if start.values.count > 1, row.values[0] == start.values[0] { return false }
    return !order.precedes(SortRow(values: [start.values[0]], id: start.id), row)
  }

  // MARK: A column in order

  private func parts(of column: TicketOrder, _ start: SortRow?) throws -> Parts {
    let all = 0..<capacity
    // Upwards, the column is the order: what has no value comes last in both.
    guard isDescending else { return Parts(first: try part(all, of: column, start), second: 0..<0) }
    // All have a subject, and the other times.
    let end =
      [.lastMessage, .due].contains(order.terms[0].key)
      ? try all.firstPlace { try row(column.ticket($0)).values[0] == .none } : all.upperBound
    return Parts(
      first: try part(0..<end, of: column, start),
      second: try part(end..<all.upperBound, of: column, start))
  }

  /// What a part has behind a row.
  private func part(
    _ part: Range<Int>, of column: TicketOrder, _ start: SortRow?
  ) throws -> Range<Int> {
    guard let start else { return part }
    guard isDescending else {
      let first = try part.firstPlace { try !isBefore(column.ticket($0), start) }
      return first..<part.upperBound
    }
    let last = try part.firstPlace { try isBefore(column.ticket($0), start) }
    return part.lowerBound..<last
  }

  /// The next ticket; nil at the end.
  mutating func next() throws -> Int? {
    switch source {
    case .sorted(var tickets):
      let next = tickets.popFirst()
      source = .sorted(tickets)
      return next
    case .groups(var tickets, var groups, let ranks, let all):
      while tickets.isEmpty, let group = groups.popFirst() {
        tickets = directed(try ranks.tickets(group, among: all))[...]
      }
      let next = tickets.popFirst()
      source = .groups(tickets, groups, ranks, all)
      return next
    case .column(let column, var parts, let tickets, var ahead):
      while true {
        while let ticket = ahead.popFirst() {
          guard tickets.contains(ticket) else { continue }
          source = .column(column, parts, tickets, ahead)
          return ticket
        }
        guard let places = parts.next(Self.readAtOnce, isDescending) else { break }
        let read = try column.tickets(places)
        ahead = (isDescending ? read.reversed() : read)[...]
      }
      source = .sorted([])
      return nil
    }
  }
}
