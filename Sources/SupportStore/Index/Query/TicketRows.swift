import SupportModel
import TextSearch

/// A ticket on a list.
package struct TicketRow: Sendable {
  package var summary: TicketSummary
  /// Where it stands in the order of the list.
  package var place: SortRow

  package init(summary: TicketSummary, place: SortRow) {
    (self.summary, self.place) = (summary, place)
  }
}

/// The tickets that a query finds, in its order: those of all segments, merged. A segment is looked at
/// when the list has come to the times that it spans.
package struct TicketRows {
  private let index: TicketIndex
  private let query: TicketQuery
  private let access: SealedFile.Access
  private let order: SortOrder
  /// The order by its first key, and then by the ids.
  private let first: SortOrder
  private let start: SortRow?
  /// In the order in which their first tickets may come.
  private var closed: [ClosedEntry]
  private var open: [OpenSegment] = []
  /// All tickets of the segment that was opened last.
  private var all: Verdict?
  /// Tickets that changed since the files were written, the next one last.
  private var newer: [(row: SortRow, subject: FilterSubject)] = []
  /// Rows that have the same first key, in order.
  private var ready: ArraySlice<TicketRow> = []
  /// The row behind those, which showed where they end.
  private var following: TicketRow?

  private struct ClosedEntry {
    let segment: Segment
    /// No ticket of it comes before this row; nil where that is not known.
    var best: SortRow?
    /// Whether that is told by the values that its tickets have.
    var isExact = false
  }

  private struct OpenSegment {
    var rows: SegmentRows
    let keys: SegmentKeys
    let view: SegmentView
    var ticket: Int
    /// Of the ticket: what it is sorted by first.
    var head: SortRow
  }

  init(
    _ index: TicketIndex, _ query: TicketQuery, after start: SortRow?, _ access: SealedFile.Access
  ) throws {
    (self.index, self.query, self.start, self.access) = (index, query, start, access)
    let order = query.filter.order
    let first = SortOrder([order.terms[0]])
    (self.order, self.first) = (order, first)
    closed = index.segments.map { segment in
      ClosedEntry(
        segment: segment.open(access), best: segment.entry.best(order.terms[0], query.settings))
    }
    // The most promising ones first: others may then never be looked at.
    closed.sort { first.puts($0.best, before: $1.best) }
    newer = try index.newer.compactMap { ticket in
      guard let subject = query.found(ticket) else { return nil }
      let row = order.row(subject, query.settings)
      return start.map { order.precedes($0, row) } ?? true ? (row, subject) : nil
    }
    newer.sort { order.precedes($1.row, $0.row) }
  }

  /// The next row; nil at the end.
  package mutating func next() throws -> TicketRow? {
    if order.terms.count == 1 { return try nextByFirstKey() }
    while true {
      if let row = ready.popFirst() { return row }
      guard let group = try nextGroup() else { return nil }
      ready = group.sorted { order.precedes($0.place, $1.place) }[...]
      if let start { ready = ready.drop { !order.precedes(start, $0.place) } }
    }
  }

  /// The next rows that have the same first key.
  private mutating func nextGroup() throws -> [TicketRow]? {
    guard let first = try following ?? nextByFirstKey() else { return nil }
    following = nil
    var group = [first]
    while let row = try nextByFirstKey() {
      guard row.place.values[0] == first.place.values[0] else {
        following = row
        break
      }
      group.append(row)
    }
    return group
  }

  // MARK: Merging by the first key

  private mutating func nextByFirstKey() throws -> TicketRow? {
    while true {
      guard let place = try bestSegment() else { return takeNewer() }
      if let row = newer.last?.row, first.precedes(firstKey(row), open[place].head) {
        return takeNewer()
      }
      if let row = try take(place) { return row }
    }
  }

  private func firstKey(_ row: SortRow) -> SortRow { SortRow(values: [row.values[0]], id: row.id) }

  private mutating func takeNewer() -> TicketRow? {
    newer.popLast().map { row, subject in
      TicketRow(summary: index.summary(subject.ticket), place: row)
    }
  }

  /// The open segment that has the next ticket. Those that may have an earlier one are opened.
  private mutating func bestSegment() throws -> Int? {
    var best: Int?
    for place in 0..<open.count { best = better(place, best) }
    while let next = closed.first, mayPrecede(next.best, best) {
      closed.removeFirst()
      if best != nil, let exact = try exactly(next), !mayPrecede(exact.best, best) {
        let place = closed.firstIndex { !first.puts($0.best, before: exact.best) }
        closed.insert(exact, at: place ?? closed.endIndex)
      } else if try openSegment(next.segment) {
        best = better(open.count - 1, best)
      }
    }
    return best
  }

  /// What comes first in a segment is known better once it is known which values there are.
  private func exactly(_ entry: ClosedEntry) throws -> ClosedEntry? {
    guard !entry.isExact, let best = entry.best,
      let ranks = try RankGroups(entry.segment.columns(), order.terms[0], query.settings),
      let rank = ranks.groups.first?.rank
    else { return nil }
    return ClosedEntry(
      segment: entry.segment, best: SortRow(values: [.number(rank)], id: best.id), isExact: true)
  }

  private func better(_ place: Int, _ best: Int?) -> Int {
    guard let best, !first.precedes(open[place].head, open[best].head) else { return place }
    return best
  }

  /// Whether a segment of which no ticket comes before a row may have one that comes before the next one of
  /// an open segment.
  private func mayPrecede(_ row: SortRow?, _ best: Int?) -> Bool {
    guard let row, let best else { return true }
    return !first.precedes(open[best].head, row)
  }

  private mutating func openSegment(_ segment: Segment) throws -> Bool {
    let verdict = try verdict(segment)
    if verdict.maybe.isEmpty { return false }
    let view = try SegmentView(index, segment, query.settings)
    let keys = SegmentKeys(view.columns, view.clocks, query.settings)
    var rows = try SegmentRows(keys, verdict, by: order.terms[0], after: start)
    guard let ticket = try rows.next() else { return false }
    open.append(
      OpenSegment(rows: rows, keys: keys, view: view, ticket: ticket, head: try rows.row(ticket)))
    return true
  }

  private mutating func verdict(_ segment: Segment) throws -> Verdict {
    guard query.asksForAll, segment.isWhole else {
      return try query.verdict(segment, at: index.now)
    }
    // Most segments have as many tickets as others, and can share it.
    if let all, all.maybe.capacity == segment.count { return all }
    let verdict = Verdict(DocumentSet(allOf: segment.count))
    all = verdict
    return verdict
  }

  /// Takes the next ticket of a segment; nil where its document says that it is not on the list.
  private mutating func take(_ place: Int) throws -> TicketRow? {
    let (view, ticket) = (open[place].view, open[place].ticket)
    let isDoubtful = open[place].rows.isDoubtful(ticket)
    let (head, keys) = (open[place].head, open[place].keys)
    if let next = try open[place].rows.next() {
      open[place].ticket = next
      open[place].head = try open[place].rows.row(next)
    } else {
      open.remove(at: place)
    }
    if isDoubtful {
      guard let document = try index.snapshot.ticket(head.id), query.found(document) != nil else {
        return nil
      }
    }
    return TicketRow(
      summary: try view.summary(ticket),
      place: order.terms.count == 1 ? head : try keys.row(ticket, order))
  }
}

extension SortOrder {
  /// Whether one row comes before another; one that is not known may come before all.
  fileprivate func puts(_ left: SortRow?, before right: SortRow?) -> Bool {
    guard let left, let right else { return left == nil && right != nil }
    return precedes(left, right)
  }
}

extension IndexManifest.Segment {
  /// No ticket of the segment comes before this row in an order; nil where that is not known.
  fileprivate func best(_ term: SortTerm, _ settings: DeskSettings) -> SortRow? {
    let id = TicketID(number: term.isDescending ? last : first)
    func row(_ value: SortValue) -> SortRow { SortRow(values: [value], id: id) }
    func row(_ times: IndexManifest.Times?) -> SortRow {
      row(times.map { .number(term.isDescending ? $0.latest : $0.earliest) } ?? .none)
    }
    func ranked(_ codes: [String]) -> SortRow? {
      let ranks = (codes + [""]).compactMap { term.key.rank(of: $0, settings) }
      return (term.isDescending ? ranks.max() : ranks.min()).map { row(.number($0)) }
    }
    switch term.key {
    case .created: return row(bounds.created)
    case .updated: return row(bounds.updated)
    case .lastMessage: return row(bounds.lastMessage)
    case .due: return row(bounds.due)
    case .priority: return ranked(settings.priorities.codes)
    case .status: return ranked(settings.lifecycle.codes)
    case .id: return row(.text(id.description))
    case .subject: return nil
    }
  }
}

extension TicketQuery {
  /// Which tickets of a segment are asked for.
  func verdict(_ segment: Segment, at now: Instant) throws -> Verdict {
    let verdict = try SegmentFilter(segment, at: now).verdict(filter.expression)
    return looksAtAll ? Verdict(perhaps: verdict.maybe) : verdict
  }
}
