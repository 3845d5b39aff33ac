import Testing

@testable import support_bench

@Suite("Words to search for") struct SearchWordsTests {
  /// A thousand texts: words with a number at the end are in one text of so many.
  private let texts = (1...1000).map { number in
    let words = [(1, "hello"), (3, "printer"), (4, "network"), (20, "toner"), (20, "cable")]
    let more = [(100, "bracket"), (200, "spare part"), (1000, "zeppelin")]
    let here = (words + more).filter { number % $0.0 == 0 }.map(\.1)
    return here.joined(separator: ". and there was a ") + " 17 about their"
  }

  @Test("are chosen by how many texts they are in")
  func shares() throws {
    let words = try #require(SearchWords(in: texts))
    #expect(words.rare == "zeppelin")
    #expect(words.both == ("cable", "toner"))
    #expect(words.common == ("printer", "network"))
    #expect(words.phrase == ("spare", "part"))
    #expect(words.prefix == "brac")
  }

  @Test("are the same for the same texts, in any order")
  func steady() {
    #expect(SearchWords(in: texts) == SearchWords(in: texts.reversed()))
  }

  @Test("are none where there is nothing to choose from")
  func nothing() {
    #expect(SearchWords(in: []) == nil)
    #expect(SearchWords(in: ["hello", "the and of", "12 34"]) == nil)
  }

  @Test("do not say nothing, and have letters only")
  func sense() throws {
    let words = try #require(SearchWords(in: texts))
    let all = [words.rare, words.both.0, words.both.1, words.common.0, words.common.1]
    #expect(!all.contains("about") && !all.contains("their") && !all.contains("hello"))
  }

  @Test("do not count as neighbours where a sentence ends between them")
  func sentences() throws {
    let apart = texts.map { $0.replacing("spare part", with: "spare. Part") }
    #expect(SearchWords(in: apart)?.phrase == nil)
  }
}
