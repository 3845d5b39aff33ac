import Testing

@testable import TextSearch

@Suite("Synonyms")
struct SynonymTests {
  @Test(
    "find what is said in another way, and mean what was typed first of all",
    arguments: [
      ("login", [0, 1, 2]), ("logins", [0, 1, 2]), ("sign in", [0, 1, 2, 4]),
      ("anmelden", [0, 1, 2]),
      ("login printer", [0, 1, 2, 3, 4]), ("\"login\"", [0]), ("log*", [0]), ("sign", [1, 4]),
      ("login -anmelden", [0, 1]), ("-login printer", [3, 4]), ("title:login", [0]),
      ("e-mail", [4, 5]), ("mail", [4, 5]), ("it", [1, 6]),
    ] as [(String, [Int])])
  func finds(text: String, documents: [Int]) {
    let index = Self.desk
    let hits = index.search(Query(text, fields: index.fieldNames), limit: 10)
    #expect(Set(hits.map(\.document)) == Set(documents))
  }

  @Test("count where every word is wanted")
  func all() {
    let hits = Self.desk.search(Query("login fails", matching: .all), limit: 10)
    #expect(Set(hits.map(\.document)) == [0, 1])
  }

  @Test("are shown in snippets")
  func snippet() {
    let query = Self.desk.asked(Query("login"))
    let snippet = Snippet(of: "I cannot sign in, said the sign", for: query)
    #expect(snippet.rendered { "[\($0)]" } == "I cannot [sign in], said the sign")
  }

  @Test(
    "may be anything", arguments: [[[""], ["", "!"]], [["a", "a"]], [["\"", "-x*"]], [[], []]])
  func odd(groups: [[String]]) {
    let index = SearchIndex(
      fields: [.init(name: "text")], documents: [["a b"]], synonyms: Synonyms(groups))
    #expect(index.search(Query("b"), limit: 10).count == 1)
  }

  private static let desk = SearchIndex(
    fields: [.init(name: "title"), .init(name: "body")],
    documents: [
      ["My login fails", ""], ["", "I cannot sign in, it fails each time"],
      ["", "Ich kann mich nicht anmelden"], ["The printer", ""],
      ["A sign on the printer", "Reach me by mail"], ["", "My e-mails bounce"],
      ["", "Our information technology is old"],
    ],
    synonyms: Synonyms([
      ["login", "sign in", "anmelden"], ["e-mail", "mail"], ["it", "information technology"],
    ]))
}
