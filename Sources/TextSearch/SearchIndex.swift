/// Ranks documents by how well their words answer a query; kept in memory.
///
/// A document is a number of the caller's and one text per field. Everything a query needs is in
/// the postings: the index does not keep the texts.
package struct SearchIndex: Sendable {
  /// A part of every document that is searched and weighed on its own, such as a title.
  package struct Field: Hashable, Sendable {
    package let name: String
    /// How many times an occurrence here counts.
    package let weight: Double
    /// How much a long text is held against its words (the `b` of BM25): 0 not at all, 1 in full.
    package let lengthNorm: Double

    package init(name: String, weight: Double = 1, lengthNorm: Double = 0.75) {
      self.name = name
      self.weight = weight
      self.lengthNorm = lengthNorm
    }
  }

  package let fields: [Field]
  /// How soon further occurrences of a word stop counting (the `k1` of BM25).
  package let saturation: Double

  private(set) var vocabulary = Vocabulary()
  /// By stem number.
  private(set) var postings: [Postings] = []
  /// The caller's numbers of the documents, in the order they were added; none once removed.
  private(set) var ids: [Int?] = []
  /// The number of words in each field of each document, document by document.
  private(set) var lengths: [Int32] = []
  /// The number of words in each field of all documents.
  private(set) var totalLengths: [Int]
  private var places: [Int: Int] = [:]

  /// An empty index for documents of 1 to 64 fields.
  package init(fields: [Field], saturation: Double = 1.5) {
    precondition((1...Occurrence.mostFields).contains(fields.count), "1 to 64 fields")
    self.fields = fields
    self.saturation = saturation
    totalLengths = Array(repeating: 0, count: fields.count)
  }

  /// The number of documents.
  package var count: Int { places.count }

  package var fieldNames: [String] { fields.map(\.name) }

  /// Adds a document, in place of one with the same number; missing texts at the end are empty.
  package mutating func add(_ id: Int, fields texts: [String]) {
    precondition(texts.count <= fields.count, "more texts than fields")
    remove(id)
    var keys: [UInt64] = []
    for field in fields.indices {
      let length = field < texts.count ? add(texts[field], field: field, to: &keys) : 0
      lengths.append(Int32(clamping: length))
      totalLengths[field] += length
    }
    keys.sort()
    while postings.count < vocabulary.stemCount { postings.append(Postings()) }
    appendPostings(document: ids.count, keys)
    places[id] = ids.count
    ids.append(id)
  }

  /// Takes a document out; its words stay in the vocabulary and in the counts that say how rare
  /// they are.
  package mutating func remove(_ id: Int) {
    guard let document = places.removeValue(forKey: id) else { return }
    ids[document] = nil
    for field in fields.indices {
      totalLengths[field] -= Int(lengths[document * fields.count + field])
    }
  }

  /// Collects the words of a text, each as its stem's number above its occurrence; returns their
  /// number.
  private mutating func add(_ text: String, field: Int, to keys: inout [UInt64]) -> Int {
    var length = 0
    WordSplitter.forEachWord(in: text) { word in
      let stem = vocabulary.add(word.text)
      let occurrence = Occurrence(field: field, position: word.position)
      keys.append(UInt64(stem) << 32 | UInt64(occurrence.bits))
      length = word.position + word.span
    }
    return length
  }

  private mutating func appendPostings(document: Int, _ keys: [UInt64]) {
    var occurrences: [Occurrence] = []
    for (index, key) in keys.enumerated() {
      occurrences.append(Occurrence(bits: UInt32(truncatingIfNeeded: key)))
      let stem = key >> 32
      if index + 1 == keys.count || keys[index + 1] >> 32 != stem {
        postings[Int(stem)].append(document, occurrences)
        occurrences.removeAll(keepingCapacity: true)
      }
    }
  }
}
