import SupportModel

/// What the clocks of a segment's tickets came to, as the settings were when they were judged.
///
///     u32           the number of tickets
///     i64 x n       when each is due, in milliseconds since 1970; `IndexRow.noInstant` for never
///     i64 x n       from when on one of its promises counts as broken
///     u8 x n        see `ClockMark`
///     ...           an `IndexLeaf` of all of them
struct ClockColumns {
  private let file: SealedFile
  let count: Int

  init(_ file: SealedFile) throws {
    self.file = file
    count = Int(try file.number(0, at: 0, as: UInt32.self))
    guard leafStart <= file.count else { throw IndexDamage() }
  }

  private var leafStart: Int { 4 + count * 17 }

  func dueAt(_ ticket: Int) throws -> Instant? {
    let milliseconds: Int64 = try file.number(ticket, at: 4)
    return milliseconds == IndexRow.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  /// In milliseconds; `IndexRow.noInstant` for never.
  func breachesAt(_ ticket: Int) throws -> Int64 {
    try file.number(ticket, at: 4 + count * 8)
  }

  func marks(_ ticket: Int) throws -> ClockMark {
    ClockMark(rawValue: try file.number(ticket, at: 4 + count * 16))
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
  private var leaf = IndexLeafWriter()
  /// Tickets that are done and have no outcome on record.
  private(set) var unfrozen = 0

  var isEmpty: Bool { marks.isEmpty }

  mutating func add(_ standing: SLAStanding) {
    due.append(standing.dueAt?.milliseconds ?? IndexRow.noInstant)
    breaches.append(standing.breachesAt?.milliseconds ?? IndexRow.noInstant)
    marks.append(ClockMark(standing).rawValue)
    leaf.add(standing)
    if standing.isDone, !standing.isFrozen { unfrozen += 1 }
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.reserve(4 + marks.count * 17 + leaf.size + 65_536)
    writer.put(UInt32(marks.count))
    writer.put(due)
    writer.put(breaches)
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
