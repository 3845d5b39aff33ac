/// Comma-separated values (RFC 4180) as they arrive, in pieces of any size. Values in quotes may hold
/// commas, quotes written twice, and line ends; a line ends with LF or CR LF.
///
/// It holds one row, of at most so many bytes: the rest of a longer one is passed over.
package struct CSVRows {
  /// A row and the number of the line, from 1, on which it begins.
  package struct Row {
    package var line: Int
    package var values: [String]
    /// What is wrong with it; then `values` are what was read of it.
    package var error: ImportError?
  }

  private enum Place { case start, plain, quoted, quoteInQuoted, afterError }

  private let longest: Int
  private var place = Place.start
  private var value: [UInt8] = []
  private var values: [String] = []
  private var size = 0
  private var line = 1
  private var rowLine = 1
  private var column = 0
  /// Where the quote stands that was opened last: its line, and its column in bytes.
  private var quoteColumn = 0
  private var error: ImportError?

  package init(longest: Int) { self.longest = longest }

  /// Takes the next bytes and hands out the rows that they complete.
  package mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Row) throws -> Void
  ) rethrows {
    for byte in bytes {
      size += 1
      column += 1
      if size > longest, error == nil { fail(.tooLong(limit: longest)) }
      if take(byte) { try body(row()) }
      if byte == 0x0A { (line, column) = (line + 1, 0) }
      if size == 0 { rowLine = line }
    }
  }

  /// Hands out the last row, where the text does not end with a line end.
  package mutating func finish(_ body: (Row) throws -> Void) rethrows {
    if place == .quoted { fail(.openQuote(column: quoteColumn)) }
    if size > 0 { try body(row()) }
  }

  /// Takes a byte; true where it ends the row.
  private mutating func take(_ byte: UInt8) -> Bool {
    switch (place, byte) {
    case (.quoted, UInt8(ascii: "\"")): place = .quoteInQuoted
    case (.quoted, _): keep(byte)
    case (.quoteInQuoted, UInt8(ascii: "\"")):
      keep(byte)
      place = .quoted
    case (_, 0x0A):
      if value.last == 0x0D, place == .plain { value.removeLast() }
      return true
    case (.quoteInQuoted, 0x0D), (.start, 0x0D): break
    case (.afterError, _): break
    case (_, UInt8(ascii: ",")):
      endValue()
    case (.start, UInt8(ascii: "\"")):
      (place, quoteColumn) = (.quoted, column)
    case (.quoteInQuoted, _): fail(.textAfterQuote(column: column))
    case (.start, _), (.plain, _):
      keep(byte)
      place = .plain
    }
    return false
  }

  private mutating func keep(_ byte: UInt8) { if error == nil { value.append(byte) } }

  private mutating func endValue() {
    if error == nil { values.append(String(decoding: value, as: UTF8.self)) }
    value.removeAll(keepingCapacity: true)
    place = .start
  }

  /// What follows belongs to the broken row, up to the end of its line; a quoted value goes on to
  /// its end.
  private mutating func fail(_ found: ImportError) {
    error = error ?? found
    if place != .quoted { place = .afterError }
  }

  private mutating func row() -> Row {
    endValue()
    let row = Row(line: rowLine, values: values, error: error)
    (values, error, size) = ([], nil, 0)
    return row
  }
}

extension CSVRows.Row {
  /// Whether nothing stands in the line.
  package var isBlank: Bool { error == nil && values.count == 1 && values[0].isEmpty }

  /// The row as an object, by the names of the header: `field.NAME` goes into `fields`.
  package func record(_ header: [String]) throws -> JSONObject {
    if let error { throw error }
    guard values.count == header.count else {
      throw ImportError.rowWidth(header: header.count, row: values.count)
    }
    var record = JSONObject()
    var fields = JSONObject()
    for (name, value) in zip(header, values) where !value.isEmpty {
      if name.hasPrefix("field.") {
        fields[String(name.dropFirst(6))] = .string(value)
      } else {
        record[name] = .string(value)
      }
    }
    if !fields.isEmpty { record["fields"] = .object(fields) }
    return record
  }

  /// The values as they were read, for a list of what was refused.
  package var json: JSON { .array(values.map(JSON.string)) }
}
