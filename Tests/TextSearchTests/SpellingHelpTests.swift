import Testing

@testable import TextSearch

@Suite("Spelling help")
struct SpellingHelpTests {
  @Test(
    "offers near words, and the rest of the query as it was",
    arguments: [
      ("pasword", "password"),
      ("Passwrod", "password"),
      ("reset pasword -printr", "reset password -printr"),
      ("title:\"rest pasword\" *", "title:\"reset password\" *"),
      ("prnter's fier", "printer fire"),
    ])
  func offers(text: String, expected: String) {
    #expect(SearchIndexTests.desk.suggestion(for: Query(text, fields: ["title"])) == expected)
  }

  @Test(
    "has nothing to say about known words, far words, codes and beginnings",
    arguments: ["", "password", "passwords", "zzzzzzzz", "ERR-4013", "pasw*", "xy", "🙂", "\"\""])
  func silent(text: String) {
    #expect(SearchIndexTests.desk.suggestion(for: Query(text)) == nil)
  }

  @Test("prefers a frequent word to a nearer rare one")
  func frequency() {
    let index = SearchIndex(
      fields: [.init(name: "text")],
      documents: [["passwrd " + String(repeating: "password ", count: 100)]])
    #expect(index.suggestion(for: Query("paswrd")) == "password")
  }

  @Test(
    "counts inserted, dropped, changed and swapped letters",
    arguments: [
      ("", "", 0), ("cat", "cat", 0), ("cat", "cart", 1), ("cart", "cat", 1), ("cat", "cut", 1),
      ("cat", "act", 1), ("", "ab", 2), ("abc", "", nil), ("kitten", "sitting", nil),
      ("мир", "мор", 1),
    ] as [(String, String, Int?)])
  func distances(from: String, to: String, expected: Int?) {
    var distance = EditDistance(from: from)
    #expect(distance(to: to, limit: 2) == expected)
  }
}
