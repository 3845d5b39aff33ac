import SupportModel
import TextSearch

/// What is known of the tickets of a segment by itself: all that filters ask and lists show, as far as
/// the documents alone tell it. Tickets are numbered from 0 in the order of their ids.
///
///     u32              the number of tickets
///     u32              the number of tables of values, t
///     u64 x (c + t + 1)  where each column of `IndexColumn` begins, then each table, and the end
///     t times          the name of a table's field: its length (u32), its bytes
///     ...              columns and tables
struct TicketColumns {
  let file: SealedFile
  let count: Int
  private let starts: [Int]
  /// The names of the tables' fields, bytes of the file.
  private let names: UnsafeRawBufferPointer

  /// The lines that were looked at last: one is looked at when the place of its ticket in a list is sought
  /// and, after the next one or a few, when it is shown.
  private let recent = RecentLines()
  /// So many of them are known.
  static let recentLines = 16

  /// As many bytes of the beginning are read at once.
  private static let usualHead = 1024

  init(_ file: SealedFile) throws {
    self.file = file
    var head = try file.bytes(0..<min(Self.usualHead, file.count))
    var reader = ByteReader(head)
    count = Int(try reader.take(UInt32.self))
    let tables = Int(try reader.take(UInt32.self))
    let columns = IndexColumn.allCases.count
    guard count <= TicketColumnsWriter.most, tables <= file.count else { throw IndexDamage() }
    let places = columns + tables + 1
    if 8 + places * 8 > head.count { reader = ByteReader(try file.bytes(8..<8 + places * 8)) }
    var starts: [Int] = []
    starts.reserveCapacity(places)
    for _ in 0..<places {
      let start = try reader.take(UInt64.self)
      guard start <= UInt64(file.count), Int(start) >= starts.last ?? 0 else {
        throw IndexDamage()
      }
      starts.append(Int(start))
    }
    guard 8 + places * 8 <= starts[0] else { throw IndexDamage() }
    if starts[0] > head.count { head = try file.bytes(0..<starts[0]) }
    self.starts = starts
    names = UnsafeRawBufferPointer(rebasing: head[8 + places * 8..<starts[0]])
  }

  // MARK: Reading

  /// Nil for a field that no ticket of the segment has, or that has no table.
  func table(_ field: FilterField) throws -> ValueTable? {
    let wanted = field.description
    var reader = ByteReader(names)
    var place = IndexColumn.allCases.count
    while !reader.isAtEnd, place + 1 < starts.count {
      if try reader.take(equals: wanted) {
        return try ValueTable(file, starts[place]..<starts[place + 1], capacity: count)
      }
      place += 1
    }
    return nil
  }

  func number<Number: FixedWidthInteger>(
    _ column: IndexColumn, _ ticket: Int, as type: Number.Type = Number.self
  ) throws -> Number {
    try file.number(ticket, at: starts[column.rawValue], as: Number.self)
  }

  func id(_ ticket: Int) throws -> TicketID { TicketID(number: try number(.id, ticket)) }

  func time(_ column: IndexColumn, _ ticket: Int) throws -> Instant? {
    let milliseconds: Int64 = try number(column, ticket)
    return milliseconds == IndexRow.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  func marks(_ ticket: Int) throws -> IndexMark {
    IndexMark(rawValue: try number(.marks, ticket))
  }

  func line(_ ticket: Int) throws -> TicketLine {
    if let known = recent.line(of: ticket) { return known }
    let ends = starts[IndexColumn.lineEnd.rawValue]
    let isFirst = ticket == 0
    var reader = ByteReader(
      try file.bytes(ends + (isFirst ? 0 : ticket - 1) * 4..<ends + ticket * 4 + 4))
    let start = isFirst ? 0 : Int(try reader.take(UInt32.self))
    let end = Int(try reader.take(UInt32.self))
    guard start <= end else { throw IndexDamage() }
    let lines = starts[IndexColumn.lines.rawValue]
    let line = try TicketLine(try file.bytes(lines + start..<lines + end))
    recent.keep(line, of: ticket)
    return line
  }

  /// The tickets in the order of a key; nil for one that no column is for.
  func order(_ key: SortKey) -> TicketOrder? {
    let column: IndexColumn
    switch key {
    case .created: column = .byCreated
    case .updated: column = .byUpdated
    case .lastMessage: column = .byLastMessage
    case .subject: column = .bySubject
    case .id: return TicketOrder(byID: count)
    case .priority, .due, .status: return nil
    }
    return TicketOrder(file, at: starts[column.rawValue], count: count)
  }

  /// Goes through all entries of a column.
  func visit<Number: FixedWidthInteger>(
    _ column: IndexColumn, as type: Number.Type, _ body: (Int, Number) -> Void
  ) throws {
    let size = MemoryLayout<Number>.size
    let start = starts[column.rawValue]
    let bytes = try file.bytes(start..<start + count * size)
    for ticket in 0..<count {
      let number = bytes.loadUnaligned(fromByteOffset: ticket * size, as: Number.self)
      body(ticket, Number(littleEndian: number))
    }
  }

  /// The number of the ticket with an id; nil where it is not here.
  func ticket(_ id: UInt64) throws -> Int? {
    let place = try (0..<count).firstPlace { try number(.id, $0, as: UInt64.self) >= id }
    guard place < count, try number(.id, place, as: UInt64.self) == id else { return nil }
    return place
  }
}

/// Some lines of a segment. They are bytes of its file, which stay where they are.
private final class RecentLines {
  private var lines: [(ticket: Int, line: TicketLine)] = []
  private var oldest = 0

  func line(of ticket: Int) -> TicketLine? { lines.first { $0.ticket == ticket }?.line }

  func keep(_ line: TicketLine, of ticket: Int) {
    if lines.count < TicketColumns.recentLines {
      lines.append((ticket, line))
    } else {
      lines[oldest] = (ticket, line)
      oldest = (oldest + 1) % TicketColumns.recentLines
    }
  }
}

/// Puts columns and tables one after the other, and what `TicketColumns` says of them before.
struct TicketColumnsFile {
  private var writer = ByteWriter()
  private var starts: [Int] = []

  /// `size` is about the number of bytes.
  init(count: Int, tables: [String], size: Int) {
    writer.reserve(size)
    writer.put(UInt32(count))
    writer.put(UInt32(tables.count))
    // Where each begins is known when it is here.
    writer.put(Array(repeating: UInt64(0), count: IndexColumn.allCases.count + tables.count + 1))
    for table in tables { writer.put(table) }
  }

  mutating func add(_ body: (inout ByteWriter) -> Void) {
    starts.append(writer.bytes.count)
    body(&writer)
  }

  consuming func bytes() -> [UInt8] {
    starts.append(writer.bytes.count)
    for (place, start) in starts.enumerated() { writer.set(UInt64(start), at: 8 + 8 * place) }
    return writer.bytes
  }
}
