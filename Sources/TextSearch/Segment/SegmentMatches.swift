/// The documents of a segment that may be hits: few of them one by one, many of them as bits.
struct SegmentMatches {
  enum Members {
    case few([UInt16])
    /// Those that score at all.
    case all
    case many([UInt64])
  }

  /// The number of documents in the segment.
  let capacity: Int
  private(set) var members: Members

  /// Whatever scores.
  init(of capacity: Int) {
    self.capacity = capacity
    members = .all
  }

  /// What is in any of a few short lists.
  init(any lists: [DocumentList], of capacity: Int) throws(TextDamage) {
    self.capacity = capacity
    var documents: [UInt16] = []
    for list in lists { documents += try list.documents() }
    if lists.count > 1 { documents.sort() }
    var last: UInt16?
    documents.removeAll { document in
      defer { last = document }
      return document == last
    }
    members = .few(documents)
  }

  /// What is in all of some lists, of which the shortest comes first; nil where nothing is.
  init?(all lists: [DocumentList], of capacity: Int) throws(TextDamage) {
    self.capacity = capacity
    guard let first = lists.first else { return nil }
    let total = lists.reduce(0) { $0 + $1.count }
    if first.count * 8 * lists.count < total + capacity / 4 {
      var documents = try first.documents()
      for list in lists.dropFirst() where !documents.isEmpty { try list.narrow(&documents) }
      if documents.isEmpty { return nil }
      members = .few(documents)
    } else {
      var words = try Self.bits(first, capacity)
      for list in lists.dropFirst() {
        let other = try Self.bits(list, capacity)
        for place in words.indices { words[place] &= other[place] }
      }
      if words.allSatisfy({ $0 == 0 }) { return nil }
      members = .many(words)
    }
  }

  private static func bits(
    _ list: DocumentList, _ capacity: Int
  ) throws(TextDamage) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    try list.form(unionIn: &words)
    return words
  }

  /// Leaves those that are in a set of the segment's documents.
  mutating func narrow(_ set: DocumentSet) {
    precondition(set.capacity == capacity, "a set of the segment's documents")
    switch members {
    case .few(let documents): members = .few(documents.filter { set.contains(Int($0)) })
    case .all: members = .many(set.words)
    case .many(var words):
      for place in words.indices { words[place] &= set.words[place] }
      members = .many(words)
    }
  }

  /// Leaves those that are not in a list.
  mutating func remove(_ list: DocumentList) throws(TextDamage) {
    switch members {
    case .few(let documents):
      var gone = documents
      try list.narrow(&gone)
      let unwanted = Set(gone)
      members = .few(documents.filter { !unwanted.contains($0) })
    case .all:
      let words = [UInt64](repeating: .max, count: (capacity + 63) / 64)
      members = .many(words)
      try remove(list)
    case .many(var words):
      let other = try Self.bits(list, capacity)
      for place in words.indices { words[place] &= ~other[place] }
      members = .many(words)
    }
  }
}
