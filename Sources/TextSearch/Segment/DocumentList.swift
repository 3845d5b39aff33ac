/// The documents of a segment that have a word, or something else asked for, in rising order, and
/// how relevant it is to each.
struct DocumentList {
  enum Members {
    case single(Int)
    case sparse(UnsafeRawBufferPointer)
    case blocks(starts: UnsafeRawBufferPointer, lows: UnsafeRawBufferPointer)
    case bitmap(starts: UnsafeRawBufferPointer, bits: UnsafeRawBufferPointer)
    case made([UInt16])
  }

  enum Relevances {
    case single(UInt8)
    case impacts(UnsafeRawBufferPointer)
    case made([Float])
  }

  /// The number of documents in the list.
  let count: Int
  /// The number of documents in the segment.
  let capacity: Int
  let members: Members
  let relevances: Relevances

  /// One document.
  init(_ document: Int, _ impact: UInt8, of capacity: Int) throws(TextDamage) {
    guard document < capacity else { throw TextDamage() }
    count = 1
    self.capacity = capacity
    members = .single(document)
    relevances = .single(impact)
  }

  /// The documents as a layout lays them out in just as many bytes.
  init(_ layout: PostingsLayout, _ bytes: UnsafeRawBufferPointer, of capacity: Int) {
    count = layout.documents
    self.capacity = capacity
    let starts = bytes.cut(0..<layout.members)
    let documents = bytes.cut(layout.members..<layout.impacts)
    members =
      switch layout.form {
      case .single, .sparse: .sparse(documents)
      case .blocks: .blocks(starts: starts, lows: documents)
      case .bitmap: .bitmap(starts: starts, bits: documents)
      }
    relevances = .impacts(bytes.cut(layout.impacts..<layout.size))
  }

  /// Documents that were found in rising order, with a relevance from 0 to 1 for each.
  init(_ documents: [UInt16], _ relevances: [Float], of capacity: Int) {
    count = documents.count
    self.capacity = capacity
    members = .made(documents)
    self.relevances = .made(relevances)
  }

  /// How relevant what was asked for is to the document at a place in the list.
  @inline(__always)
  func relevance(_ place: Int) -> Float {
    switch relevances {
    case .single(let impact): Impact.relevance(impact)
    case .impacts(let impacts): Impact.relevance(impacts[place])
    case .made(let relevances): relevances[place]
    }
  }

  /// Calls `body` with each document and its place in the list.
  @inline(__always)
  func forEachDocument(_ body: (_ document: Int, _ place: Int) -> Void) throws(TextDamage) {
    switch members {
    case .single(let document): body(document, 0)
    case .sparse(let documents):
      for place in 0..<count {
        let document = Int(documents.fixed(UInt16.self, at: 2 * place))
        guard document < capacity else { throw TextDamage() }
        body(document, place)
      }
    case .blocks(let starts, let lows):
      for block in 0..<starts.count / 2 {
        for place in try places(block, starts) {
          let document = block << 8 | Int(lows[place])
          guard document < capacity else { throw TextDamage() }
          body(document, place)
        }
      }
    case .bitmap(_, let bits): try forEachBit(bits, body)
    case .made(let documents):
      for place in documents.indices { body(Int(documents[place]), place) }
    }
  }

  @inline(__always)
  private func forEachBit(
    _ bits: UnsafeRawBufferPointer, _ body: (_ document: Int, _ place: Int) -> Void
  ) throws(TextDamage) {
    var place = 0
    for word in 0..<bits.count / 8 {
      var rest = bits.fixed(UInt64.self, at: 8 * word)
      guard place + rest.nonzeroBitCount <= count,
        word << 6 + 64 - rest.leadingZeroBitCount <= capacity || rest == 0
      else { throw TextDamage() }
      while rest != 0 {
        body(word << 6 | rest.trailingZeroBitCount, place)
        place += 1
        rest &= rest - 1
      }
    }
  }

  /// The places in the list of the documents of a block.
  @inline(__always)
  func places(
    _ block: Int, _ starts: UnsafeRawBufferPointer
  ) throws(TextDamage) -> Range<Int> {
    let start = Int(starts.fixed(UInt16.self, at: 2 * block))
    let isLast = 2 * block + 2 == starts.count
    let end = isLast ? count : Int(starts.fixed(UInt16.self, at: 2 * block + 2))
    guard start <= end, end <= count else { throw TextDamage() }
    return start..<end
  }
}

// MARK: All of them

extension DocumentList {
  /// All documents of the list.
  func documents() throws(TextDamage) -> [UInt16] {
    if case .made(let documents) = members { return documents }
    var documents: [UInt16] = []
    documents.reserveCapacity(count)
    try forEachDocument { document, _ in documents.append(UInt16(document)) }
    return documents
  }

  /// Adds the documents of the list to a set of them, 64 to a word; bits past the last document
  /// mean nothing.
  func form(unionIn words: inout [UInt64]) throws(TextDamage) {
    if case .bitmap(_, let bits) = members {
      for word in words.indices { words[word] |= bits.fixed(UInt64.self, at: 8 * word) }
    } else {
      try forEachDocument { document, _ in words[document >> 6] |= 1 << UInt64(document & 63) }
    }
  }

  /// A bit for each document of the segment, 64 to a word: those of the list, and no others.
  func words() throws(TextDamage) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    try form(unionIn: &words)
    let found = words.reduce(0) { $0 + $1.nonzeroBitCount }
    let past = capacity % 64 == 0 ? 0 : (words.last ?? 0) >> UInt64(capacity % 64)
    guard found == count, past == 0 else { throw TextDamage() }
    return words
  }

  /// The documents of any of several lists, as if they were those of one word.
  static func union(_ lists: [DocumentList], of capacity: Int) throws(TextDamage) -> DocumentList {
    var odds = [Float](repeating: 0, count: capacity)
    var words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    for list in lists {
      try list.forEachDocument { document, place in
        let relevance = list.relevance(place)
        odds[document] += relevance / max(1 - relevance, 1 / 512)
        words[document >> 6] |= 1 << UInt64(document & 63)
      }
    }
    let documents = DocumentSet(capacity: capacity, words: words).map { UInt16($0) }
    let relevances = documents.map { odds[Int($0)] / (1 + odds[Int($0)]) }
    return DocumentList(documents, relevances, of: capacity)
  }
}
