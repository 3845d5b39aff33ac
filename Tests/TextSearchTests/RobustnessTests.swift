import Testing

@testable import TextSearch

@Suite("Bytes from strangers")
struct RobustnessTests {
  @Test("never break a search, a snippet or a suggestion", arguments: oddities)
  func survive(text: String) {
    let index = SearchIndex(
      fields: [.init(name: "text")], documents: [[text], ["plain words"]])
    for query in [Query(text), Query(text, matching: .all), Query("\"" + text), Query("-" + text)] {
      let hits = index.search(query, limit: 10)
      #expect(hits.allSatisfy { $0.score.isFinite && $0.score >= 0 })
      _ = index.suggestion(for: query)
      let snippet = Snippet(of: text, for: query)
      #expect(snippet.text.count <= 170)
      #expect(snippet.marks.allSatisfy { $0.upperBound <= snippet.text.utf8.count })
    }
    for word in WordSplitter.words(in: text) {
      #expect(!word.text.isEmpty && !word.range.isEmpty)
      #expect(word.range.upperBound <= text.utf8.count)
    }
  }

  @Test("never break a long text either", arguments: pieces)
  func surviveLong(piece: String) {
    survive(text: String(repeating: piece, count: 500))
  }

  @Test("may come by the megabyte", arguments: ["reset \"pass* ", "a.", "漢字"])
  func megabytes(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    _ = SearchIndexTests.desk.search(Query(text), limit: 10)
  }

  @Test("may be more words than a query looks for")
  func manyWords() {
    let text = (0..<3000).map { "w\($0)" }.joined(separator: " ")
    #expect(Query(text).wanted.count == 1024)
    survive(text: text)
  }

  @Test("are split without harm wherever they begin and end", arguments: oddities)
  func cuts(text: String) {
    for end in text.unicodeScalars.indices {
      _ = WordSplitter.words(in: String(text.unicodeScalars[..<end]))
      _ = WordSplitter.words(in: String(text.unicodeScalars[end...]))
    }
  }

  static let oddities = [
    "", " ", "\0", "\0\0word\0", "'", "''''", "a'", "'s", "’s", "a’", "O'", "-", "--", "*", "\"",
    "\"\"\"",
    "!?.,;:()[]{}<>/\\|@#$%^&*_+=~`", "a.b.c.d.e.f.g.h.i.j.k", "1,000,000,0000", "1,00é", "1,000é",
    "🙂", "👩‍👩‍👧‍👦 family", "1️⃣ 2️⃣", "🇫🇷", "\u{202E}drowssap\u{202C} reset", "\u{FEFF}bom",
    "e\u{301}\u{301}\u{301}", "\u{301}", "مرحبا hello 你好 привет", "\u{FFFD}", "ﷺ", "ǅ", "𝔘𝔫𝔦", "ｶﾞ",
    "一", "ไทย", "a\u{E0100}b", "\u{10FFFF}", "½ ² Ⅷ ª", "title:", ":", "title::x", "-title:\"",
  ]

  /// Pieces that grow into long texts.
  static let pieces = ["word ", "a", "a.", "a-", "漢字", "\"", "é", "x* ", "-y ", "🙂", "\0"]
}
