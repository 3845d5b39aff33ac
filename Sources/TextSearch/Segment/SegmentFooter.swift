/// The end of a segment: how many there are of everything, and where it lies.
///
/// ```
/// numbers, 64 bits each:
///   fields | documents | words | pages of the dictionary | languages | saturation (IEEE 754)
///   where places begin | lengths | dictionary | index of the dictionary | footer
///   for each field: the words in it of all documents | the bytes of a length (0, 1, 2 or 4)
/// version (32 bits) | bytes of the footer (32 bits) | "TextSeg1"
/// ```
struct SegmentFooter {
  var fields = 0
  var documents = 0
  var words = 0
  var pages = 0
  /// The languages whose stems its words are found by.
  var languages: LanguageSet = []
  var saturation = 0.0
  var places = 0
  var lengths = 0
  var dictionary = 0
  var index = 0
  /// Where the footer itself begins.
  var start = 0
  var totalLengths: [Int] = []
  var lengthWidths: [Int] = []

  private static let version: UInt32 = 2
  private static let mark = UInt64(bigEndian: 0x5465_7874_5365_6731)
  private static let tail = 16

  /// The footer for a segment with this many fields.
  private static func size(fields: Int) -> Int { 88 + 16 * fields + tail }

  init() {}

  /// What the entries of the dictionary have in common.
  var shape: DictionaryShape {
    DictionaryShape(documents: documents, hasMoreStems: languages.rawValue.nonzeroBitCount > 1)
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for number in [fields, documents, words, pages] { bytes.append(fixed: number) }
    bytes.append(fixed: Int(languages.rawValue))
    bytes.append(fixed: saturation.bitPattern)
    for number in [places, lengths, dictionary, index, start] { bytes.append(fixed: number) }
    for (length, width) in zip(totalLengths, lengthWidths) {
      bytes.append(fixed: length)
      bytes.append(fixed: width)
    }
    bytes.append(fixed: Self.version)
    bytes.append(fixed: UInt32(bytes.count + 12))
    bytes.append(fixed: Self.mark)
    return bytes
  }

  /// Reads the footer of a source, and checks it well enough that no sum of its numbers overflows.
  init(of source: some TextSource) throws {
    var tail = ByteCursor(try source.part(source.count - Self.tail, Self.tail))
    guard try tail.fixed(UInt32.self) == Self.version else { throw TextDamage() }
    let size = Int(try tail.fixed(UInt32.self))
    guard try tail.fixed(UInt64.self) == Self.mark else { throw TextDamage() }
    var cursor = ByteCursor(try source.part(source.count - size, size))
    try read(&cursor)
    guard start == source.count - size, size == Self.size(fields: fields) else {
      throw TextDamage()
    }
    try check()
  }

  private mutating func read(_ cursor: inout ByteCursor) throws(TextDamage) {
    fields = try cursor.fixed(Int.self)
    documents = try cursor.fixed(Int.self)
    words = try cursor.fixed(Int.self)
    pages = try cursor.fixed(Int.self)
    languages = LanguageSet(rawValue: UInt8(truncatingIfNeeded: try cursor.fixed(Int.self)))
    saturation = Double(bitPattern: try cursor.fixed(UInt64.self))
    places = try cursor.fixed(Int.self)
    lengths = try cursor.fixed(Int.self)
    dictionary = try cursor.fixed(Int.self)
    index = try cursor.fixed(Int.self)
    start = try cursor.fixed(Int.self)
    guard (1...Occurrence.mostFields).contains(fields) else { throw TextDamage() }
    for _ in 0..<fields {
      totalLengths.append(try cursor.fixed(Int.self))
      lengthWidths.append(try cursor.fixed(Int.self))
    }
  }

  private func check() throws(TextDamage) {
    let isInOrder =
      0 <= places && places <= lengths && lengths <= dictionary && dictionary <= index
      && index <= start
    guard isInOrder, (0...TextSegmentWriter.mostDocuments).contains(documents),
      (0...start).contains(words), pages == (index - dictionary) / DictionaryWriter.pageSize,
      pages <= (start - index) / 8, saturation.isFinite,
      totalLengths.allSatisfy({ (0...1 << 48).contains($0) }),
      lengthWidths.allSatisfy({ [0, 1, 2, 4].contains($0) }),
      lengthWidths.reduce(0, +) * documents <= dictionary - lengths
    else { throw TextDamage() }
  }
}
