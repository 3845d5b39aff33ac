import Testing

@testable import TextSearch

@Suite("A segment")
struct TextSegmentTests {
  @Test("tells which documents may contain some letters, and never too few")
  func letters() throws {
    var dice = Dice(seed: 11)
    let documents = (0..<300).map { _ in dice.document() }
    let segment = try Self.segment(documents)
    for _ in 0..<150 {
      let letters = dice.letters(from: documents)
      let set = try #require(try segment.documents(mayContain: letters))
      for (number, texts) in documents.enumerated()
      where texts.contains(where: { Self.contains($0, letters) }) {
        #expect(set.contains(number), "\(letters)")
      }
    }
    #expect(try segment.documents(mayContain: "") == nil)
    #expect(try segment.documents(mayContain: "s") == nil)
  }

  @Test("tells it of letters within words only")
  func lettersWithin() throws {
    let long = String(repeating: "x", count: 70) + "tail"
    let segment = try Self.segment([["Password"], ["sword-fish"], [long], ["pass word"]])
    #expect(try segment.documents(mayContain: "sswor").map(Array.init) == [0, 2])
    #expect(try segment.documents(mayContain: "word").map(Array.init) == [0, 1, 2, 3])
    #expect(try segment.documents(mayContain: "fish").map(Array.init) == [1, 2])
    #expect(try segment.documents(mayContain: "xtail").map(Array.init) == [2])
  }

  @Test("holds words that are in one, in few, in many and in all of very many documents")
  func forms() throws {
    let count = 20_000
    let documents = (0..<count).map { number in
      [2, 3, 10, 100, 1000, 10_000].filter { number % $0 == 1 }.map { "each\($0)" } + [
        "all", "no\(number)",
      ]
    }.map { [$0.joined(separator: " ")] }
    let segment = try Self.segment(documents)
    let segments = TextSegments([segment], fields: Self.fields)
    func found(_ text: String) throws -> [Int] {
      let query = Query(text, matching: .all)
      return try segments.search(query, limit: .max) { _ in nil }.hits.map(\.document).sorted()
    }
    for step in [2, 3, 10, 100, 1000, 10_000] {
      #expect(try found("each\(step)") == Array(stride(from: 1, to: count, by: step)))
      #expect(try found("all each\(step)") == Array(stride(from: 1, to: count, by: step)))
      #expect(
        try found("each3 each\(step)") == (0..<count).filter { $0 % 3 == 1 && $0 % step == 1 })
      #expect(
        try found("each\(step) -each10")
          == (0..<count).filter { $0 % step == 1 && $0 % 10 != 1 })
    }
    #expect(try found("all") == Array(0..<count))
    #expect(try found("no777 all") == [777])
    #expect(try found("no1999*") == [1999] + (19990...19999))
    #expect(try found("\"each100 each1000 each10000 all\"") == [1, 10_001])
  }

  @Test("holds as many documents as 16 bits tell apart")
  func most() throws {
    let segment = try Self.segment(Array(repeating: ["word"], count: 1 << 16))
    let segments = TextSegments([segment], fields: Self.fields)
    let found = try segments.search(Query("word"), limit: 2) { _ in nil }
    #expect(found.total == 1 << 16 && found.hits.map(\.document) == [65_535, 65_534])
    #expect(try segments.search(Query("\"word word\""), limit: 2) { _ in nil }.total == 0)
  }

  @Test("may be written while another thread writes one")
  func threads() async {
    var dice = Dice(seed: 13)
    let documents = (0..<300).map { _ in dice.document() }
    let expected = Self.bytes(documents, TextSegmentsTests.fields)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<4 {
        group.addTask { Self.bytes(documents, TextSegmentsTests.fields) }
      }
      for await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test("never breaks a search, whatever byte of it is another one")
  func damage() throws {
    var dice = Dice(seed: 5)
    let bytes = Self.bytes((0..<40).map { _ in dice.document() }, TextSegmentsTests.fields)
    var undone = 0
    for place in bytes.indices where bytes[place] != 0 || place % 7 == 0 {
      var damaged = bytes
      damaged[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8)) | UInt8(place % 3)
      do {
        try Self.use(damaged)
      } catch is TextDamage {
        undone += 1
      }
    }
    #expect(undone > 0)
  }

  @Test("says that it is damaged when it ends too soon")
  func truncation() {
    let bytes = Self.bytes([["some words"]], Self.fields)
    for end in stride(from: 0, to: bytes.count, by: bytes.count / 97) {
      #expect(throws: TextDamage.self) { try Self.use(Array(bytes[..<end])) }
    }
  }

  /// Asks a segment for everything it can tell.
  private static func use(_ bytes: [UInt8]) throws {
    let segment = try TextSegment(ByteSource(bytes))
    let segments = TextSegments([segment], fields: TextSegmentsTests.fields)
    for text in ["reset", "\"reset password\" pass*", "title:printer the -note:é", "e-mail 4012"] {
      for matching in [Query.Matching.any, .all] {
        let query = Query(text, fields: ["title", "body", "note"], matching: matching)
        let among = DocumentSet(allOf: segment.count)
        _ = try segments.search(query, limit: 5) { _ in matching == .any ? nil : among }
      }
    }
    _ = try segments.suggestion(for: Query("pasword"))
    _ = try segment.documents(mayContain: "or")
  }

  static let fields: [TextField] = [.init(name: "text")]

  private static func bytes(_ documents: [[String]], _ fields: [TextField]) -> [UInt8] {
    var writer = TextSegmentWriter(fields: fields)
    for texts in documents { writer.add(texts) }
    return writer.bytes()
  }

  private static func segment(_ documents: [[String]]) throws -> TextSegment<ByteSource> {
    let fields = (documents.first?.count ?? 1) == 1 ? fields : TextSegmentsTests.fields
    return try TextSegment(ByteSource(bytes(documents, fields)))
  }

  private static func contains(_ text: String, _ letters: String) -> Bool {
    let (text, letters) = (Array(text.utf8), Array(letters.utf8))
    guard text.count >= letters.count else { return false }
    return (0...text.count - letters.count).contains { start in
      zip(text[start...], letters).allSatisfy { byte, letter in
        byte == letter || byte | 0x20 == letter && (0x41...0x5A).contains(byte)
      }
    }
  }
}
