/// Where a list stopped: the sort values and id of the last row shown, tied to the query it belongs
/// to, as text that is safe in a URL.
///
/// The text is Base64 for URLs of the bytes
///
///     JSON of [1, checksum of the query, id, value...]   the leading 1 is the version
///     CRC-32C of that JSON, 4 bytes, most significant first
///
/// Rows that arrive or change between two pages never make another row appear twice or be missed.
package struct Cursor: Hashable, Sendable {
  private static let version: Int64 = 1

  package let row: SortRow
  private let query: UInt32

  /// After the last row that a list showed of a query.
  package init(after row: SortRow, of filter: Filter) {
    (self.row, query) = (row, Self.checksum(of: filter))
  }

  /// Of the filter as written: `created:today` is the same query tomorrow.
  private static func checksum(of filter: Filter) -> UInt32 {
    let order = filter.order.terms.map(\.description).joined(separator: " ")
    return CRC32C.checksum("\(filter.expression) \(order)".utf8)
  }
}

/// Why a text does not continue a list.
package enum CursorError: Error, Equatable {
  /// The text was never a cursor, is cut short or damaged, or is a newer version's.
  case notCursor
  /// The cursor belongs to another filter or order.
  case otherQuery
}

extension Cursor: CustomStringConvertible {
  package var description: String {
    let values = row.values.map { value -> JSON in
      switch value {
      case .number(let number): .integer(number)
      case .text(let text): .string(text)
      case .none: .null
      }
    }
    let head: [JSON] = [
      .integer(Self.version), .integer(Int64(query)), .string(row.id.description),
    ]
    let bytes = JSON.array(head + values).compactBytes
    return Base64URL.encode(bytes + Self.checksum(of: bytes))
  }

  /// Reads a cursor that has to be of this filter.
  package init(_ text: String, of filter: Filter) throws(CursorError) {
    guard let bytes = Base64URL.decode(text), bytes.count > 4,
      Array(bytes.suffix(4)) == Self.checksum(of: bytes.dropLast(4)),
      let parts = (try? JSONParser.parse(Array(bytes.dropLast(4))))?.array, parts.count >= 3,
      parts[0] == .integer(Self.version), let query = parts[1].integer,
      let id = parts[2].string.flatMap({ TicketID($0) })
    else { throw .notCursor }
    guard query == Self.checksum(of: filter) else { throw .otherQuery }
    guard parts.count == 3 + filter.order.terms.count else { throw .notCursor }
    var values: [SortValue] = []
    for part in parts.dropFirst(3) {
      switch part {
      case .integer(let number): values.append(.number(number))
      case .string(let text): values.append(.text(text))
      case .null: values.append(.none)
      case .bool, .number, .array, .object: throw .notCursor
      }
    }
    self.init(after: SortRow(values: values, id: id), of: filter)
  }

  private static func checksum(of bytes: some Sequence<UInt8>) -> [UInt8] {
    let crc = CRC32C.checksum(bytes)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> $0) }
  }
}
