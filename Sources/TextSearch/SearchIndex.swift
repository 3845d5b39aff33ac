/// Ranks documents that are kept in memory: their full text is written as segments, and searched as
/// those of a large collection are.
package struct SearchIndex: Sendable {
  /// A document that answers a query.
  package struct Hit: Hashable, Sendable {
    /// The number of the document, in the order given.
    package let document: Int
    /// Higher is better; comparable only within one search.
    package let score: Double
  }

  private let texts: TextSegments<TextInMemory>
  /// The number of documents.
  package let count: Int

  package var fields: [TextField] { texts.fields }
  package var fieldNames: [String] { fields.map(\.name) }

  /// As many documents lie in one segment; a power of 2.
  fileprivate static let part = 1 << 15

  /// Indexes documents, each with one text for each field; missing texts at the end are empty.
  package init(
    fields: [TextField], documents: some Sequence<[String]>, synonyms: Synonyms = .none
  ) {
    var writer = SearchIndexWriter(fields: fields)
    for texts in documents { writer.add(texts) }
    self = writer.index(synonyms: synonyms)
  }

  fileprivate init(
    _ parts: [TextInMemory], fields: [TextField], synonyms: Synonyms, count: Int
  ) {
    texts = Self.sure {
      TextSegments(try parts.map { try TextSegment($0) }, fields: fields, synonyms: synonyms)
    }
    self.count = count
  }

  /// The best documents for a query, the best first, at most `limit`.
  ///
  /// A query that only excludes finds nothing.
  package func search(_ query: Query, limit: Int) -> [Hit] {
    Self.sure {
      try texts.search(query, limit: limit) { _ in nil }.hits.map {
        Hit(document: $0.segment * Self.part + $0.document, score: $0.score)
      }
    }
  }

  /// Asks for what is like a text: see `TextSegments`.
  package func query(
    like parts: [(text: String, weight: Int)], without names: [String] = []
  ) -> LikenessQuery {
    Self.sure { try texts.query(like: parts, without: names) }
  }

  /// A query as it is asked of these documents, in their languages and with synonyms. It shows in a
  /// snippet what was found by it.
  package func asked(_ query: Query) -> Query { texts.asked(query) }

  /// The query as it may have been meant, with unknown words replaced by near and frequent ones of
  /// the index; for when nothing was found.
  package func suggestion(for query: Query) -> String? {
    Self.sure { try texts.suggestion(for: query) }
  }

  private static func sure<Value>(_ body: () throws -> Value) -> Value {
    do { return try body() } catch { preconditionFailure("what was just written can be read") }
  }
}

/// Takes the documents of an index one by one.
package struct SearchIndexWriter {
  private var writer: TextSegmentWriter
  private var parts: [TextInMemory] = []
  private var count = 0

  package init(fields: [TextField]) { writer = TextSegmentWriter(fields: fields) }

  /// Adds a document with one text for each field; missing texts at the end are empty. Where no
  /// language is given, the words tell it.
  package mutating func add(_ texts: [String], in language: Language? = nil) {
    writer.add(texts, in: language)
    count += 1
    if writer.count == SearchIndex.part { endPart() }
  }

  /// The index of all documents added.
  package consuming func index(synonyms: Synonyms = .none) -> SearchIndex {
    let fields = writer.fields
    if writer.count > 0 { endPart() }
    return SearchIndex(parts, fields: fields, synonyms: synonyms, count: count)
  }

  private mutating func endPart() {
    let fields = writer.fields
    parts.append(TextInMemory(writer.bytes()))
    writer = TextSegmentWriter(fields: fields)
  }
}
