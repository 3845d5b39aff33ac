/// What the dictionary of a segment says about a word: as one that was written, as a stem, or both.
///
/// ```
/// shared | rest | letters of the rest | frequency * 4 + flags
///        | with flag 2: stem's number - own number, zigzag
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

  /// Writes all but the letters, for the entry with this number.
  func write(number: Int, to bytes: inout [UInt8]) {
    let flags =
      (postings == nil ? 0 : Self.isStemFlag) | (stem == nil ? 0 : Self.hasStemFlag)
    bytes.append(number: frequency << 2 | flags)
    if let stem {
      let difference = stem - number
      bytes.append(number: difference << 1 ^ difference >> (Int.bitWidth - 1))
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
    _ cursor: inout ByteCursor, number: Int, capacity: Int, postings start: inout Int,
    places: inout Int
  ) throws(TextDamage) {
    let head = try cursor.number()
    frequency = head >> 2
    if head & Self.hasStemFlag != 0 {
      let difference = try cursor.number()
      stem = number + (difference >> 1 ^ -(difference & 1))
    }
    if head & Self.isStemFlag != 0 {
      let documents = try cursor.number()
      guard documents > 0, documents <= capacity else { throw TextDamage() }
      var single: (UInt16, UInt8)?
      if documents == 1 { single = (try cursor.fixed(UInt16.self), try cursor.byte()) }
      let length = try cursor.number()
      postings = Postings(
        documents: documents, single: single, start: start, places: places..<places + length)
      start += PostingsLayout(documents, of: capacity).size
      places += length
    }
  }

  init(frequency: Int, stem: Int?, postings: Postings?) {
    self.frequency = frequency
    self.stem = stem
    self.postings = postings
  }
}
