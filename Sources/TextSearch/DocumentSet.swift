/// Some of the documents of a segment, which are numbered from 0: a bit for each of them.
package struct DocumentSet: Hashable, Sendable {
  /// The number of documents that there are to choose from.
  package let capacity: Int
  /// Document n is the bit n % 64 of the word n / 64; bits from `capacity` on are 0.
  package private(set) var words: [UInt64]

  /// None of them.
  package init(capacity: Int) {
    self.capacity = capacity
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  /// All of them.
  package init(allOf capacity: Int) {
    self.capacity = capacity
    words = Array(repeating: .max, count: (capacity + 63) / 64)
    clearRest()
  }

  /// Takes words as `words` has them; bits from `capacity` on are ignored.
  package init(capacity: Int, words: some Collection<UInt64>) {
    precondition(words.count == (capacity + 63) / 64, "a bit for each document")
    self.capacity = capacity
    self.words = Array(words)
    clearRest()
  }

  private mutating func clearRest() {
    if capacity % 64 != 0 { words[words.count - 1] &= 1 << UInt64(capacity % 64) - 1 }
  }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  /// Whether there are more than some number of them, which is known sooner than how many.
  package func isMore(than number: Int) -> Bool {
    var rest = number
    for word in words where word != 0 {
      rest -= word.nonzeroBitCount
      if rest < 0 { return true }
    }
    return false
  }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package func contains(_ document: Int) -> Bool {
    words[document >> 6] >> UInt64(document & 63) & 1 != 0
  }

  package mutating func insert(_ document: Int) {
    words[document >> 6] |= 1 << UInt64(document & 63)
  }

  package mutating func remove(_ document: Int) {
    words[document >> 6] &= ~(1 << UInt64(document & 63))
  }

  // MARK: Algebra, of sets with the same capacity

  package mutating func formUnion(_ other: DocumentSet) { combine(other) { $0 | $1 } }

  package mutating func formIntersection(_ other: DocumentSet) { combine(other) { $0 & $1 } }

  package mutating func subtract(_ other: DocumentSet) { combine(other) { $0 & ~$1 } }

  package mutating func formUnion(_ other: StoredDocumentSet) {
    precondition(words.count == other.count, "sets of the same documents")
    words.withUnsafeMutableBufferPointer { words in
      for place in words.indices { words[place] |= other[place] }
    }
    clearRest()
  }

  /// How many of them are in another set; those are taken out of a rest.
  package func count(in other: StoredDocumentSet, takenFrom rest: inout DocumentSet) -> Int {
    precondition(words.count == other.count, "sets of the same documents")
    precondition(words.count == rest.words.count, "sets of the same documents")
    return words.withUnsafeBufferPointer { words in
      rest.words.withUnsafeMutableBufferPointer { rest in
        var count = 0
        for place in words.indices {
          let both = words[place] & other[place]
          // Mostly few of them are asked for.
          if both == 0 { continue }
          count += both.nonzeroBitCount
          rest[place] &= ~both
        }
        return count
      }
    }
  }

  @inline(__always)
  private mutating func combine(_ other: DocumentSet, _ body: (UInt64, UInt64) -> UInt64) {
    precondition(words.count == other.words.count, "sets of the same documents")
    words.withUnsafeMutableBufferPointer { words in
      other.words.withUnsafeBufferPointer { other in
        for place in words.indices { words[place] = body(words[place], other[place]) }
      }
    }
  }

  /// Those of a range that begins at a multiple of 64, numbered from 0.
  package func part(_ range: Range<Int>) -> DocumentSet {
    DocumentSet(
      capacity: range.count, words: words[range.lowerBound / 64..<(range.upperBound + 63) / 64])
  }

  /// Of the documents from `start` on, a multiple of 64, keeps those of a set that numbers them from 0.
  package mutating func formIntersection(_ other: DocumentSet, at start: Int) {
    for (place, word) in other.words.enumerated() { words[start / 64 + place] &= word }
  }

  /// Puts those in that are not there, and takes the others out.
  package mutating func invert() {
    words.withUnsafeMutableBufferPointer { words in
      for place in words.indices { words[place] = ~words[place] }
    }
    clearRest()
  }

  package var inverted: DocumentSet {
    var result = self
    result.invert()
    return result
  }
}

/// A set of documents as it lies in a file: words as `DocumentSet.words` has them, each of eight bytes
/// with the lowest first. Taken as it lies, because to copy it takes longer than most questions to it.
package struct StoredDocumentSet {
  private let start: UnsafeRawPointer?
  /// The number of words.
  let count: Int

  package init(_ bytes: UnsafeRawBufferPointer) {
    (start, count) = (bytes.baseAddress, bytes.count / 8)
  }

  /// A word before `count`.
  @inline(__always)
  subscript(place: Int) -> UInt64 {
    let word = start?.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)
    return UInt64(littleEndian: word ?? 0)
  }
}

extension DocumentSet: Sequence {
  /// Goes through the documents in rising order.
  package struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var place = 0
    private var rest: UInt64

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    package mutating func next() -> Int? {
      while rest == 0 {
        place += 1
        guard place < words.count else { return nil }
        rest = words[place]
      }
      defer { rest &= rest - 1 }
      return place << 6 | rest.trailingZeroBitCount
    }
  }

  package func makeIterator() -> Iterator { Iterator(words) }
  package var underestimatedCount: Int { 0 }
}
