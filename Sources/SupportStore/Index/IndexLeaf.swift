import SupportModel

/// How the clocks of a segment's tickets stand, in the order of their ids.
///
///     u32 number of texts, then for each of them its length in bytes (u32) and its bytes
///     u32 number of tickets, then an `IndexRow` for each of them
///
/// All numbers have their lowest byte first.
enum IndexLeaf {
  /// Goes through the tickets in the order of their ids. The texts stand at the places that rows name.
  static func visitRows(
    _ bytes: UnsafeRawBufferPointer, _ body: (IndexRow, _ texts: [String?]) throws -> Void
  ) throws {
    var reader = ByteReader(bytes)
    var texts: [String?] = [nil]
    for _ in 0..<(try reader.take(UInt32.self)) { texts.append(try reader.takeText()) }
    let count = try reader.take(UInt32.self)
    var place = reader.place
    for _ in 0..<count {
      let row = try IndexRow(bytes, at: place, textCount: texts.count)
      try body(row, texts)
      place = row.end
    }
  }
}

/// Puts tickets into a leaf, in the order of their ids.
struct IndexLeafWriter {
  private var texts = TextTable()
  private var rows = ByteWriter()
  private(set) var count = 0

  mutating func add(_ standing: SLAStanding) {
    IndexRow.put(standing, &rows, &texts)
    count += 1
  }

  /// The number of bytes, but for the texts.
  var size: Int { 8 + rows.bytes.count }

  func put(_ writer: inout ByteWriter) {
    writer.put(UInt32(texts.all.count))
    for text in texts.all { writer.put(text) }
    writer.put(UInt32(count))
    writer.put(bytes: rows.bytes)
  }
}

/// The texts of a leaf, each once.
struct TextTable {
  private(set) var all: [String] = []
  private var codes: [String: UInt32] = [:]

  /// The place of a text, counted from 1; 0 for none.
  mutating func code(of text: String?) -> UInt32 {
    guard let text else { return 0 }
    if let code = codes[text] { return code }
    all.append(text)
    codes[text] = UInt32(all.count)
    return UInt32(all.count)
  }
}
