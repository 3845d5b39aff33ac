/// A wish come true: in how many documents of a segment, and what it takes to list them.
enum FoundWish {
  case none
  case word(DictionaryEntry.Postings)
  case list(DocumentList)
  /// A list that was too long to keep.
  case again(SegmentQuery.Wish, count: Int)

  var count: Int {
    switch self {
    case .none: 0
    case .word(let postings): postings.documents
    case .list(let list): list.count
    case .again(_, let count): count
    }
  }
}

/// Finds what a query wishes for in one segment.
struct SegmentFinder<Source: TextSource> {
  let segment: TextSegment<Source>
  private let bm25: BM25
  /// The fields in which there is anything to find.
  private let fields: FieldSet

  init(_ segment: TextSegment<Source>, _ bm25: BM25) {
    self.segment = segment
    self.bm25 = bm25
    fields = FieldSet(lengths: segment.footer.totalLengths)
  }

  /// Looks for a wish.
  func find(_ wish: SegmentQuery.Wish) throws -> FoundWish {
    switch wish {
    case .word(let term, let fields): return try find(words(for: term), fields)
    case .phrase(let parts, let fields): return try find(phrase: parts, fields)
    case .compound(let whole, let parts, let fields):
      let ways = [try find(words(for: whole), fields), try find(phrase: parts, fields)]
      return found(try .union(ways.compactMap { try list($0) }, of: segment.count))
    case .any(let wishes):
      let ways = try wishes.map { try find($0) }.filter { $0.count > 0 }
      if ways.count < 2 { return ways.first ?? .none }
      return found(try .union(ways.compactMap { try list($0) }, of: segment.count))
    }
  }

  /// The documents of what was found.
  func list(_ found: FoundWish) throws -> DocumentList? {
    switch found {
    case .none: nil
    case .word(let postings): try segment.documents(postings)
    case .list(let list): list
    case .again(let wish, _): try list(find(wish))
    }
  }

  private func found(_ list: DocumentList) -> FoundWish { list.count == 0 ? .none : .list(list) }

  private func words(for term: QueryUnit.Term) throws -> [DictionaryEntry.Postings] {
    switch term {
    case .stems(let stems): return try stems.compactMap { try segment.postings(ofStem: $0) }
    case .prefix(let prefix): return try segment.postings(ofWordsWithPrefix: prefix)
    }
  }

  /// Any of some words, as if they were one.
  private func find(_ words: [DictionaryEntry.Postings]) throws -> FoundWish {
    guard let first = words.first else { return .none }
    if words.count == 1 { return .word(first) }
    return found(try .union(words.map { try segment.documents($0) }, of: segment.count))
  }

  /// Any of some words in some fields.
  private func find(
    _ words: [DictionaryEntry.Postings], _ fields: FieldSet
  ) throws -> FoundWish {
    let found = try find(words)
    if fields.isSuperset(of: self.fields) { return found }
    guard let documents = try list(found)?.documents() else { return .none }
    return try self.found(gather(words, in: documents).within(fields), in: documents)
  }

  /// Some words next to each other.
  private func find(phrase parts: [QueryUnit.Term], _ fields: FieldSet) throws -> FoundWish {
    let words = try parts.map { try self.words(for: $0) }
    guard let first = words.first else { return .none }
    if words.count == 1 { return try find(first, fields) }
    guard let documents = try shared(words) else { return .none }
    var places = try gather(first, in: documents)
    for word in words.dropFirst() {
      places = places.followed(by: try gather(word, in: documents))
    }
    return try found(
      fields.isSuperset(of: self.fields) ? places : places.within(fields), in: documents)
  }

  /// The documents that have all of some words, each given in its forms.
  private func shared(_ words: [[DictionaryEntry.Postings]]) throws -> [UInt16]? {
    var found = try words.map { try find($0) }
    found.sort { $0.count < $1.count }
    guard let first = found.first, var documents = try list(first)?.documents() else { return nil }
    for other in found.dropFirst() where !documents.isEmpty {
      guard let list = try list(other) else { return nil }
      try list.narrow(&documents)
    }
    return documents
  }

  private func gather(
    _ words: [DictionaryEntry.Postings], in documents: [UInt16]
  ) throws -> GatheredPlaces {
    if words.count == 1, let word = words.first {
      return try GatheredPlaces(segment.documents(word), segment.places(word), in: documents)
    }
    return try GatheredPlaces(
      words.map { (try segment.documents($0), try segment.places($0)) }, in: documents)
  }

  /// The documents in which something stands, with its relevance by the places where it does.
  private func found(_ places: GatheredPlaces, in documents: [UInt16]) throws -> FoundWish {
    var (places, documents) = (places, documents)
    places.dropEmpty(&documents)
    let lengths = try lengths(in: documents)
    let relevances = documents.indices.map { index in
      Float(bm25.relevance(places[index]) { lengths[$0][index] })
    }
    return found(DocumentList(documents, relevances, of: segment.count))
  }

  /// The number of words in each field of each of some documents.
  func lengths(in documents: [UInt16]) throws -> [[Int]] {
    try (0..<segment.footer.fields).map { try segment.lengths(ofField: $0, in: documents) }
  }

  /// Calls `body` with each place of a word in some documents in rising order, and with the index
  /// of the document among them; `found` is what was found of it.
  func forEachPlace(
    of word: QueryUnit.Term, _ found: FoundWish, in documents: [UInt16],
    _ body: (_ index: Int, Occurrence) -> Void
  ) throws {
    let forms =
      switch found {
      case .none: [DictionaryEntry.Postings]()
      case .word(let postings): [postings]
      case .list, .again: try words(for: word)
      }
    for postings in forms {
      var shared: [(index: Int, place: Int)] = []
      try segment.documents(postings).forEachShared(with: documents) { shared.append(($0, $1)) }
      var reader = try segment.places(postings)
      for (index, place) in shared { try reader.read(place) { body(index, $0) } }
    }
  }
}
