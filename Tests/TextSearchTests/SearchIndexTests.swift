import Testing

@testable import TextSearch

@Suite("Searching")
struct SearchIndexTests {
  @Test(
    "finds the right documents in the right order",
    arguments: [
      ("password", [1, 2, 7]),
      ("passwords resetting", [1, 7, 2]),
      ("\"reset password\"", [1]),
      ("\"password reset\"", [7]),
      ("password -reset", [2]),
      ("password -\"reset password\"", [2, 7]),
      ("pass*", [1, 2, 7]),
      ("passwor* -expired", [1, 7]),
      ("connectio*", [4]),
      ("title:printer", [3]),
      ("body:printer", [4]),
      ("title:password -title:reset", [2]),
      ("ERR-4012", [5]),
      ("err4012", [5]),
      ("4012", [5]),
      ("\"error err 4012\"", [5]),
      ("bob@example.com", [5]),
      ("email", [6]),
      ("e-mails", [6]),
      ("京都", [8]),
      ("\"東京都\"", [8]),
      ("京", [8]),
      ("zurich", [8]),
      ("the", [3, 5, 7]),
      ("-password", []),
      ("unheard", []),
      ("", []),
    ] as [(String, [Int])])
  func finds(text: String, ids: [Int]) {
    let index = Self.desk
    let hits = index.search(Query(text, fields: index.fieldNames), limit: 10)
    #expect(hits.map(\.document) == ids)
  }

  @Test(
    "wants every word on request, but no stop words",
    arguments: [
      ("reset the password", [1, 7]), ("password printer", []), ("the", [3, 5, 7]),
      ("printer connection", [4]), ("err-4012 error", [5]), ("reset pass*", [1, 7]),
    ] as [(String, [Int])])
  func all(text: String, ids: [Int]) {
    let hits = Self.desk.search(Query(text, matching: .all), limit: 10)
    #expect(hits.map(\.document).sorted() == ids)
  }

  @Test("ranks a title's word above a text's, and of equals the one added later first")
  func order() {
    let index = SearchIndex(
      fields: [.init(name: "title", weight: 3), .init(name: "body")],
      documents: [["other", "word"], ["word", "other"], ["other", "word"]])
    let hits = index.search(Query("word"), limit: 10)
    #expect(hits.map(\.document) == [1, 2, 0])
    #expect(hits[1].score == hits[2].score)
  }

  @Test("ranks words that stand near each other above those that stand apart")
  func nearness() {
    func filler(_ count: Int) -> String { String(repeating: " filler", count: count) }
    let index = SearchIndex(
      fields: [.init(name: "text")],
      documents: [
        "export\(filler(20)) invoice", "invoice export\(filler(20))",
        "export of the invoice\(filler(18))", filler(22),
      ].map { [$0] })
    let hits = index.search(Query("export invoice"), limit: 10)
    #expect(hits.map(\.document) == [1, 2, 0])
    #expect(index.search(Query("export invoice"), limit: 1) == [hits[0]])
  }

  @Test("gives the best within the limit")
  func limits() {
    let index = SearchIndex(
      fields: [.init(name: "text")],
      documents: (0..<100).map { [String(repeating: "word ", count: $0 % 10 + 1) + "filler"] })
    let all = index.search(Query("word"), limit: 100)
    #expect(all.map(\.score) == all.map(\.score).sorted(by: >))
    #expect(index.search(Query("word"), limit: 7) == Array(all.prefix(7)))
    #expect(index.search(Query("word"), limit: 0).isEmpty)
  }

  @Test("scores as BM25 by hand")
  func score() {
    let index = SearchIndex(fields: [.init(name: "text")], documents: [["cat cat dog"], ["bird"]])
    let frequency = 2 / (1 - 0.75 + 0.75 * 3 / 2)
    let expected = naturalLogarithm(1 + 1.5 / 1.5) * frequency / (frequency + 1.5)
    let score = index.search(Query("cat"), limit: 1).first?.score ?? 0
    #expect(abs(score - expected) < 1 / 512)
  }

  @Test(
    "knows logarithms",
    arguments: [
      (1.0, 0.0), (2, 0.6931471805599453), (10, 2.302585092994046), (1e6, 13.815510557964274),
    ])
  func logarithms(number: Double, logarithm: Double) {
    #expect(abs(naturalLogarithm(number) - logarithm) < 1e-14 * max(1, logarithm))
  }

  static let desk = SearchIndex(
    fields: [.init(name: "title", weight: 2), .init(name: "body")],
    documents: [
      [],
      ["Reset password", "My password does not work."],
      ["Password expired", "It expired after a long while, as it does every year."],
      ["Printer on fire", "The smoke is black."],
      ["No connections", "Connected to my printer I see nothing."],
      ["Error ERR-4012", "Sent to the desk by bob@example.com."],
      ["E-mail bounced", ""],
      ["Question", "Where is the long form about password resets, please?"],
      ["東京都のZürich", "支店"],
    ])
}
