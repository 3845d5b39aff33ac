import Testing

@testable import TextSearch

@Suite("Segments")
struct TextSegmentsTests {
  @Test("find what is there, however documents are spread over them")
  func likePlainIndex() throws {
    for round in 0..<8 {
      var dice = Dice(seed: UInt64(round))
      let documents = (0..<dice.next(400) + 1).map { _ in dice.document() }
      let (index, segments) = try Self.both(documents, cuts: dice.next(4), &dice)
      for _ in 0..<20 {
        let text = dice.query()
        for matching in [Query.Matching.any, .all] {
          let query = Query(text, fields: ["title", "body", "note"], matching: matching)
          try compare(query, index, segments, "round \(round), \(matching): \(text)")
        }
      }
    }
  }

  @Test("score by BM25F, up to the rounding of impacts, and a little more for nearness")
  func scores() throws {
    var dice = Dice(seed: 7)
    let documents = (0..<300).map { _ in dice.document() }
    let (index, segments) = try Self.both(documents, cuts: 0, &dice)
    for _ in 0..<100 {
      let query = Query(dice.query(), fields: ["title", "body", "note"])
      let expected = index.search(query)
      let found = try segments.search(query, limit: .max) { _ in nil }
      let scores = Dictionary(uniqueKeysWithValues: found.hits.map { ($0.document, $0.score) })
      let terms = query.wanted.reduce(0) { $0 + $1.times * ($1.unit.parts.count + 1) }
      let nearness = terms > 2 ? 0.5 * Double(terms) : 0
      for (document, score) in expected {
        let more = try #require(scores[document]) - score
        let rounding = 0.042 * Double(terms)
        #expect(more > -rounding && more < rounding + nearness, "\(query.text)")
      }
      #expect(found.hits == found.hits.sorted())
    }
  }

  @Test("count all hits, keep the best, and of equals the newest")
  func limits() throws {
    let documents = (0..<90).map { ["", String(repeating: "word ", count: $0 % 3 + 1) + "end"] }
    var dice = Dice(seed: 1)
    let (_, segments) = try Self.both(documents, cuts: 2, &dice)
    let all = try segments.search(Query("word"), limit: .max) { _ in nil }
    let few = try segments.search(Query("word"), limit: 7) { _ in nil }
    #expect(all.total == 90 && all.hits.count == 90 && few.total == 90)
    #expect(few.hits == Array(all.hits.prefix(7)))
    for (left, right) in zip(all.hits, all.hits.dropFirst()) where left.score == right.score {
      #expect((left.segment, left.document) > (right.segment, right.document))
    }
    #expect(try segments.search(Query("word"), limit: 0) { _ in nil }.total == 90)
  }

  @Test("leave out documents that do not count, and ask only where something matches")
  func among() throws {
    let documents = (0..<1000).map { number in
      ["", "common w\(number % 11)" + (number < 10 ? " early" : "")]
    }
    var dice = Dice(seed: 3)
    let (_, segments) = try Self.both(documents, cuts: 3, &dice)
    for (text, isEach) in [("common", false), ("common w3", true), ("w2 early", false)] {
      let query = Query(text, matching: isEach ? .all : .any)
      let all = try segments.search(query, limit: .max) { _ in nil }
      let even = try segments.search(query, limit: .max) { segment in
        var set = DocumentSet(capacity: segments.segments[segment].count)
        for document in stride(from: 0, to: set.capacity, by: 2) { set.insert(document) }
        return set
      }
      #expect(even.hits == all.hits.filter { $0.document.isMultiple(of: 2) }, "\(text)")
      #expect(even.total == even.hits.count)
    }
    var asked: [Int] = []
    _ = try segments.search(Query("early"), limit: 1) { segment in
      asked.append(segment)
      return nil
    }
    #expect(asked == [0])
  }

  @Test("find nothing in fields that are hidden, as if those were empty")
  func hiddenFields() throws {
    var dice = Dice(seed: 21)
    let documents = (0..<200).map { _ in dice.document() }
    let (_, segments) = try Self.both(documents, cuts: 2, &dice)
    let shown = documents.map { [$0.first ?? "", "", $0.count > 2 ? $0[2] : ""] }
    let (index, _) = try Self.both(shown, cuts: 0, &dice)
    for _ in 0..<60 {
      let query = Query(dice.query(), fields: ["title", "body", "note"], matching: .all)
      try compare(query, index, segments, "\(query.text)") { $0 != "body" }
    }
  }

  @Test("say how a word may have been meant, also from several of them")
  func suggestions() throws {
    for round in 0..<6 {
      var dice = Dice(seed: UInt64(round) + 100)
      let documents = (0..<50).map { _ in dice.document() }
      let (index, segments) = try Self.both(documents, cuts: 3, &dice)
      for _ in 0..<40 {
        let query = Query(dice.misspelt(), fields: ["title"])
        #expect(
          try segments.suggestion(for: query) == index.suggestion(for: query), "\(query.text)")
      }
    }
  }

  @Test("may be none at all, and have no documents or no words")
  func empty() throws {
    let none = TextSegments<ByteSource>([], fields: [.init(name: "text")])
    #expect(try none.search(Query("word"), limit: 9) { _ in nil }.total == 0)
    for documents in [[], [[""]], [["?"], []]] {
      var writer = TextSegmentWriter(fields: [.init(name: "text")])
      for texts in documents { writer.add(texts) }
      let segment = try TextSegment(ByteSource(writer.bytes()))
      #expect(segment.count == documents.count)
      let segments = TextSegments([segment], fields: [.init(name: "text")])
      #expect(try segments.search(Query("word wor* -x"), limit: 9) { _ in nil }.total == 0)
      #expect(try segment.documents(mayContain: "word")?.count == 0)
      #expect(try segments.suggestion(for: Query("word")) == nil)
    }
  }

  private func compare(
    _ query: Query, _ index: PlainIndex, _ segments: TextSegments<ByteSource>, _ comment: Comment,
    where isVisible: (String) -> Bool = { _ in true }
  ) throws {
    let expected = index.search(query).keys.sorted()
    let found = try segments.search(query, limit: .max, where: isVisible) { _ in nil }
    var before = 0
    let starts = segments.segments.map { segment in
      defer { before += segment.count }
      return before
    }
    #expect(found.hits.map { starts[$0.segment] + $0.document }.sorted() == expected, comment)
    #expect(found.total == expected.count, comment)
  }

  static let fields: [TextField] = [
    .init(name: "title", weight: 3), .init(name: "body"), .init(name: "note", lengthNorm: 0.5),
  ]

  /// The same documents to be searched the long way round, and in segments.
  private static func both(
    _ documents: [[String]], cuts: Int, _ dice: inout Dice
  ) throws -> (PlainIndex, TextSegments<ByteSource>) {
    let index = PlainIndex(fields: fields, documents: documents)
    let bounds =
      [0] + (0..<cuts).map { _ in dice.next(documents.count) }.sorted() + [documents.count]
    let segments = try zip(bounds, bounds.dropFirst()).map { start, end in
      var writer = TextSegmentWriter(fields: fields)
      for texts in documents[start..<end] { writer.add(texts) }
      return try TextSegment(ByteSource(writer.bytes()))
    }
    return (index, TextSegments(segments, fields: fields))
  }
}
