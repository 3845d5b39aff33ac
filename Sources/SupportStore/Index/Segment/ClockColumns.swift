import SupportModel

/// What the clocks of a segment's tickets came to, as the settings were when they were judged.
///
///     u32           the number of tickets
///     u32           how many of them are volatile: their documents have to be judged each time
///     i64 x n       when each is due, in milliseconds since 1970; `IndexRow.noInstant` for never
///     i64 x n       from when on one of its promises counts as broken
///     u16 x n       their numbers in the order of when they are due; what never is comes last
///     u8 x n        see `ClockMark`
///     ...           an `IndexLeaf` of all of them
struct ClockColumns {
  private let file: SealedFile
  let count: Int
  private let hasVolatile: Bool

  init(_ file: SealedFile) throws {
    self.file = file
    let head = try file.number(0, at: 0, as: UInt64.self)
    (count, hasVolatile) = (Int(head & 0xFFFF_FFFF), head >> 32 != 0)
    guard count <= TicketColumnsWriter.most, leafStart <= file.count else { throw IndexDamage() }
  }

  private var leafStart: Int { Self.head + count * 19 }
  private static let head = 8

  func dueAt(_ ticket: Int) throws -> Instant? {
    let milliseconds: Int64 = try file.number(ticket, at: Self.head)
    return milliseconds == IndexRow.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  /// In milliseconds; `IndexRow.noInstant` for never.
  func breachesAt(_ ticket: Int) throws -> Int64 {
    try file.number(ticket, at: Self.head + count * 8)
  }

  func marks(_ ticket: Int) throws -> ClockMark {
    ClockMark(rawValue: try file.number(ticket, at: Self.head + count * 18))
  }

  /// The tickets in the order of when they are due; nil where documents have to tell that.
  var order: TicketOrder? {
    hasVolatile ? nil : TicketOrder(file, at: Self.head + count * 16, count: count)
  }

  /// Goes through the tickets in the order of their ids.
  func visitRows(_ body: (IndexRow, _ texts: [String?]) throws -> Void) throws {
    try IndexLeaf.visitRows(try file.bytes(leafStart..<file.count), body)
  }

  func standings() throws -> [SLAStanding] {
    var standings: [SLAStanding] = []
    standings.reserveCapacity(count)
    try visitRows { row, texts in standings.append(row.standing(texts)) }
    return standings
  }
}

/// Collects the bytes of `ClockColumns`, ticket by ticket in the order of their ids.
struct ClockColumnsWriter {
  private var due: [Int64] = []
  private var breaches: [Int64] = []
  private var marks: [UInt8] = []
  private var volatile: UInt32 = 0
  private var leaf = IndexLeafWriter()
  /// Tickets that are done and have no outcome on record.
  private(set) var unfrozen = 0

  var isEmpty: Bool { marks.isEmpty }

  mutating func add(_ standing: SLAStanding) {
    due.append(standing.dueAt?.milliseconds ?? IndexRow.noInstant)
    breaches.append(standing.breachesAt?.milliseconds ?? IndexRow.noInstant)
    marks.append(ClockMark(standing).rawValue)
    if standing.isVolatile { volatile += 1 }
    leaf.add(standing)
    if standing.isDone, !standing.isFrozen { unfrozen += 1 }
  }

  /// When the first of the tickets is due, and the last; all of time where nobody judged them, or where
  /// documents have to be judged each time.
  var bounds: IndexManifest.Times? {
    isEmpty || volatile > 0 ? .all : IndexManifest.Times(of: due)
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.reserve(8 + marks.count * 19 + leaf.size + 65_536)
    writer.put(UInt32(marks.count))
    writer.put(volatile)
    writer.put(due)
    writer.put(breaches)
    writer.put(TicketOrder.numbers(by: due))
    writer.put(marks)
    leaf.put(&writer)
    return writer.bytes
  }
}

/// What is so of a ticket's clocks or not, a bit for each.
struct ClockMark: OptionSet {
  let rawValue: UInt8

  static let isPaused = ClockMark(rawValue: 1)
  /// The document has to be judged each time: it speaks of times to come.
  static let isVolatile = ClockMark(rawValue: 2)
}

extension ClockMark {
  init(_ standing: SLAStanding) {
    self = []
    if standing.isPaused { insert(.isPaused) }
    if standing.isVolatile { insert(.isVolatile) }
  }
}
