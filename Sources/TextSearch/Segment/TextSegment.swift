/// A part of a collection's full text, written once and read where it lies.
///
/// ```
/// postings     for each word: its documents and its impact on each     PostingsLayout
/// places       for each word: where it stands in each document         OccurrenceCode
/// lengths      for each field: the words in it of each document        SegmentFooter
/// dictionary   the words as written and their stems, in 4 KB pages     DictionaryWriter
/// index        the first word of each page
/// footer       how many there are of all this, and where               SegmentFooter
/// ```
///
/// Every word as written and every stem has an entry in the dictionary. Those of words lead to
/// those of their stems, and these to postings and places. To look a word up takes the footer and
/// the index, which mostly share a block, one page, and the postings; places are read for phrases
/// and for words wanted in one field.
///
/// Impacts are weighed by the mean lengths of this segment's own texts. Nothing in the bytes is
/// taken on trust: what makes no sense is `TextDamage`.
package struct TextSegment<Source: TextSource>: Sendable {
  let source: Source
  let footer: SegmentFooter
  private let code: OccurrenceCode

  /// Opens a segment; throws `TextDamage` where its footer makes no sense.
  package init(_ source: Source) throws {
    self.source = source
    footer = try SegmentFooter(of: source)
    code = OccurrenceCode(lengths: footer.totalLengths, documents: footer.documents)
  }

  /// The number of documents.
  package var count: Int { footer.documents }
}

// MARK: Words

extension TextSegment {
  private func index() throws -> DictionaryIndex {
    let bytes = try source.part(footer.index, footer.start - footer.index)
    return DictionaryIndex(bytes, pages: footer.pages, words: footer.words)
  }

  private func page(_ page: Int, _ index: DictionaryIndex) throws -> DictionaryPage {
    let start = footer.dictionary + page * DictionaryWriter.pageSize
    let bytes = try source.part(start, DictionaryWriter.pageSize)
    return try DictionaryPage(bytes, numbers: index.numbers(onPage: page), of: footer.shape)
  }

  /// What the dictionary says about a word or stem.
  func entry(of word: [UInt8]) throws -> DictionaryEntry? {
    let index = try index()
    guard let place = try index.page(of: word) else { return nil }
    var page = try page(place, index)
    guard try page.advance(to: word), page.word.elementsEqual(word) else { return nil }
    return page.entry
  }

  /// The documents with a stem.
  func postings(ofStem stem: String) throws -> DictionaryEntry.Postings? {
    try entry(of: Array(stem.utf8))?.postings
  }

  /// The documents with any of the stems of some numbers, in the order of the numbers.
  func postings(ofNumbers numbers: some Collection<Int>) throws -> [DictionaryEntry.Postings] {
    let index = try index()
    var open: (place: Int, page: DictionaryPage)?
    return try numbers.sorted().compactMap { number in
      guard number < footer.words, let place = index.page(of: number) else { throw TextDamage() }
      var page = if let open, open.place == place { open.page } else { try page(place, index) }
      try page.advance(toNumber: number)
      open = (place, page)
      return page.entry.postings
    }
  }

  /// Calls `body` with the page set on each word in order, from the first that is not before some
  /// letters, for as long as it returns true.
  func forEachWord(
    from first: [UInt8] = [], _ body: (borrowing DictionaryPage) throws -> Bool
  ) throws {
    let index = try index()
    guard let start = try index.page(of: first) else { return }
    for place in start..<footer.pages {
      var page = try page(place, index)
      var isOnWord = try place == start ? page.advance(to: first) : page.advance()
      while isOnWord {
        guard try body(page) else { return }
        isOnWord = try page.advance()
      }
    }
  }

  /// The documents with words as written that begin with some letters, stem by stem.
  func postings(ofWordsWithPrefix prefix: String) throws -> [DictionaryEntry.Postings] {
    let prefix = Array(prefix.utf8)
    var stems: Set<Int> = []
    try forEachWord(from: prefix) { page in
      guard page.word.starts(with: prefix) else { return false }
      if page.entry.frequency > 0 {
        page.entry.forEachStem(number: page.number) { stems.insert($0) }
      }
      return true
    }
    return try postings(ofNumbers: stems)
  }
}

// MARK: Documents

extension TextSegment {
  /// The documents that an entry leads to.
  func documents(_ postings: DictionaryEntry.Postings) throws -> DocumentList {
    if let single = postings.single {
      return try DocumentList(Int(single.document), single.impact, of: count)
    }
    let layout = PostingsLayout(postings.documents, of: count)
    return DocumentList(layout, try source.part(postings.start, layout.size), of: count)
  }

  /// The places in the documents that an entry leads to.
  func places(_ postings: DictionaryEntry.Postings) throws -> PlaceReader {
    let start = footer.places + postings.places.lowerBound
    return try PlaceReader(
      source.part(start, postings.places.count), documents: postings.documents, code: code)
  }

  /// The number of words in a field of each of some documents.
  func lengths(ofField field: Int, in documents: [UInt16]) throws -> [Int] {
    let width = footer.lengthWidths[field]
    if width == 0 { return Array(repeating: 0, count: documents.count) }
    let start = footer.lengths + footer.lengthWidths[..<field].reduce(0, +) * count
    guard documents.count > 64 else {
      return try documents.map { document in
        Self.length(try source.part(start + Int(document) * width, width), 0, width)
      }
    }
    let column = try source.part(start, count * width)
    return documents.map { Self.length(column, Int($0) * width, width) }
  }

  private static func length(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ width: Int) -> Int {
    switch width {
    case 1: Int(bytes[start])
    case 2: Int(bytes.fixed(UInt16.self, at: start))
    default: Int(bytes.fixed(UInt32.self, at: start))
    }
  }
}
