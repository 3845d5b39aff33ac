/// Reads the places of a word in documents, which are asked for by their place in the word's list.
struct PlaceReader {
  private let samples: UnsafeRawBufferPointer
  private let bits: UnsafeRawBufferPointer
  private let code: OccurrenceCode
  private let documents: Int
  private var reader: BitReader
  private var next = 0

  init(
    _ bytes: UnsafeRawBufferPointer, documents: Int, code: OccurrenceCode
  ) throws(TextDamage) {
    let layout = PlacesLayout(documents)
    guard layout.bits <= bytes.count else { throw TextDamage() }
    samples = bytes.cut(0..<layout.bits)
    bits = bytes.cut(layout.bits..<bytes.count)
    self.code = code
    self.documents = documents
    reader = BitReader(bits)
  }

  /// Calls `body` with the occurrences in the document at a place in the list.
  @inline(__always)
  mutating func read(_ place: Int, _ body: (Occurrence) -> Void) throws(TextDamage) {
    guard place < documents else { throw TextDamage() }
    if place < next || place / PlacesLayout.step > next / PlacesLayout.step { jump(place) }
    while next < place { try readNext { _ in } }
    try readNext(body)
  }

  @inline(__always)
  private mutating func readNext(_ body: (Occurrence) -> Void) throws(TextDamage) {
    try code.read(&reader, body)
    next += 1
  }

  private mutating func jump(_ place: Int) {
    next = place / PlacesLayout.step * PlacesLayout.step
    let offset = next == 0 ? 0 : samples.fixed(UInt32.self, at: PlacesLayout.sample(next))
    reader = BitReader(bits, at: Int(offset))
  }
}

/// The places of something asked for in each of some documents, in rising order.
struct GatheredPlaces {
  private var occurrences: [Occurrence] = []
  /// Where the occurrences of each document end.
  private var ends: [Int] = []

  /// Those of one word in documents that all have it.
  init(
    _ list: DocumentList, _ reader: PlaceReader, in documents: [UInt16]
  ) throws(TextDamage) {
    var reader = reader
    var places: [Int] = []
    places.reserveCapacity(documents.count)
    try list.forEachShared(with: documents) { _, place in places.append(place) }
    guard places.count == documents.count else { throw TextDamage() }
    ends.reserveCapacity(documents.count)
    for place in places {
      try reader.read(place) { occurrences.append($0) }
      ends.append(occurrences.count)
    }
  }

  /// Those of any of several words, as if they were one.
  init(
    _ words: [(list: DocumentList, reader: PlaceReader)], in documents: [UInt16]
  ) throws(TextDamage) {
    var all: [UInt64] = []
    for (list, reader) in words {
      var reader = reader
      var places: [(given: Int, place: Int)] = []
      try list.forEachShared(with: documents) { places.append(($0, $1)) }
      for (given, place) in places {
        try reader.read(place) { all.append(UInt64(given) << 32 | UInt64($0.bits)) }
      }
    }
    all.sort()
    var next = 0
    for given in documents.indices {
      while next < all.count, Int(all[next] >> 32) == given {
        occurrences.append(Occurrence(bits: UInt32(truncatingIfNeeded: all[next])))
        next += 1
      }
      ends.append(next)
    }
  }

  /// Those in the document with an index among the documents.
  subscript(_ index: Int) -> ArraySlice<Occurrence> {
    occurrences[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
