/// What the dictionary of a segment says about a word: as one that was written, as a stem, or both.
///
/// ```
/// shared | rest | letters of the rest | frequency * 4 + flags
///        | with flag 2: stem's number - own number, zigzag; in a segment with several languages
///                       doubled, with one added where the word's next stem follows
///        | with flag 1: documents | document (16 bits), impact (8 bits), where there is only one
///                       | bytes of its places
/// ```
///
/// `shared` is how many letters the word has in common with the one before. The first of a group
/// has none, and before it stand where the postings and the places of the group's words begin.
/// These lie in the order of the words without gaps, so that the words before add up to the rest.
struct DictionaryEntry {
  /// How often the word was written in this very form.
  var frequency = 0
  /// The number of the entry under which its documents are found, when that is another.
  var stem: Int?
  /// Further such entries, of a word that was written in several languages.
  var otherStems: [Int] = []
  /// The documents that have a word with this stem.
  var postings: Postings?

  struct Postings {
    /// The number of documents.
    let documents: Int
    /// The document and its impact, where there is only one.
    let single: (document: UInt16, impact: UInt8)?
    /// Where the documents begin among all postings.
    var start = 0
    /// Where the places lie among all places.
    var places = 0..<0
  }

  private static let isStemFlag = 1
  private static let hasStemFlag = 2

  /// Calls `body` with the entries under which the documents are found of a word that was written.
  func forEachStem(number: Int, _ body: (Int) -> Void) {
    body(stem ?? number)
    for stem in otherStems { body(stem) }
  }

  /// Writes all but the letters, for the entry with this number.
  func write(number: Int, of shape: DictionaryShape, to bytes: inout [UInt8]) {
    let flags =
      (postings == nil ? 0 : Self.isStemFlag) | (stem == nil ? 0 : Self.hasStemFlag)
    bytes.append(number: frequency << 2 | flags)
    if let stem {
      var rest = otherStems[...]
      var next: Int? = stem
      while let stem = next {
        let difference = stem - number
        let zigzag = difference << 1 ^ difference >> (Int.bitWidth - 1)
        next = rest.popFirst()
        bytes.append(number: shape.hasMoreStems ? zigzag << 1 | (next == nil ? 0 : 1) : zigzag)
      }
    }
    guard let postings else { return }
    bytes.append(number: postings.documents)
    if let single = postings.single {
      bytes.append(fixed: single.document)
      bytes.append(single.impact)
    }
    bytes.append(number: postings.places.count)
  }

  /// Reads what `write` wrote; `postings` and `places` say where those of this entry begin, and
  /// afterwards where those of the next do.
  init(
    _ cursor: inout ByteCursor, number: Int, of shape: DictionaryShape, postings start: inout Int,
    places: inout Int
  ) throws(TextDamage) {
    let head = try cursor.number()
    frequency = head >> 2
    if head & Self.hasStemFlag != 0 {
      var (next, isLast) = try Self.readStem(&cursor, number, shape)
      stem = next
      while !isLast {
        (next, isLast) = try Self.readStem(&cursor, number, shape)
        otherStems.append(next)
      }
    }
    if head & Self.isStemFlag != 0 {
      let documents = try cursor.number()
      guard documents > 0, documents <= shape.documents else { throw TextDamage() }
      var single: (UInt16, UInt8)?
      if documents == 1 { single = (try cursor.fixed(UInt16.self), try cursor.byte()) }
      let length = try cursor.number()
      postings = Postings(
        documents: documents, single: single, start: start, places: places..<places + length)
      start += PostingsLayout(documents, of: shape.documents).size
      places += length
    }
  }

  private static func readStem(
    _ cursor: inout ByteCursor, _ number: Int, _ shape: DictionaryShape
  ) throws(TextDamage) -> (stem: Int, isLast: Bool) {
    let read = try cursor.number()
    let zigzag = shape.hasMoreStems ? read >> 1 : read
    return (number + (zigzag >> 1 ^ -(zigzag & 1)), !shape.hasMoreStems || read & 1 == 0)
  }

  init(frequency: Int, stem: Int?, postings: Postings?) {
    self.frequency = frequency
    self.stem = stem
    self.postings = postings
  }
}

/// What the entries of a segment's dictionary have in common.
struct DictionaryShape {
  /// The number of documents of the segment.
  let documents: Int
  /// Whether a word may have several stems, because texts are in several languages.
  let hasMoreStems: Bool
}
