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
    #expect(hits.map(\.id) == ids)
  }

  @Test(
    "wants every word on request, but no stop words",
    arguments: [
      ("reset the password", [1, 7]), ("password printer", []), ("the", [3, 5, 7]),
      ("printer connection", [4]), ("err-4012 error", [5]), ("reset pass*", [1, 7]),
    ] as [(String, [Int])])
  func all(text: String, ids: [Int]) {
    let hits = Self.desk.search(Query(text, matching: .all), limit: 10)
    #expect(hits.map(\.id).sorted() == ids)
  }

  @Test("ranks a title's word above a text's, and equals by number")
  func order() {
    var index = SearchIndex(fields: [.init(name: "title", weight: 3), .init(name: "body")])
    index.add(9, fields: ["other", "word"])
    index.add(5, fields: ["word", "other"])
    index.add(3, fields: ["other", "word"])
    let hits = index.search(Query("word"), limit: 10)
    #expect(hits.map(\.id) == [5, 3, 9])
    #expect(hits[1].score == hits[2].score)
  }

  @Test("gives the best within the limit, and only those accepted")
  func limits() {
    var index = SearchIndex(fields: [.init(name: "text")])
    for id in 0..<100 {
      index.add(id, fields: [String(repeating: "word ", count: id % 10 + 1) + "filler"])
    }
    let all = index.search(Query("word"), limit: 100)
    #expect(all == all.sorted())
    #expect(index.search(Query("word"), limit: 7) == Array(all.prefix(7)))
    #expect(index.search(Query("word"), limit: 0).isEmpty)
    let even = index.search(Query("word"), limit: 5) { $0.isMultiple(of: 2) }
    #expect(even == Array(all.filter { $0.id.isMultiple(of: 2) }.prefix(5)))
  }

  @Test("forgets what is removed and replaces what is added again")
  func changes() {
    var index = Self.desk
    let count = index.count
    index.remove(1)
    index.remove(1)
    index.add(2, fields: ["Replaced"])
    #expect(index.count == count - 1)
    #expect(index.search(Query("password"), limit: 10).map(\.id) == [7])
    #expect(index.search(Query("replaced"), limit: 10).map(\.id) == [2])
  }

  @Test("scores as BM25 by hand")
  func score() {
    var index = SearchIndex(fields: [.init(name: "text")], saturation: 1.2)
    index.add(1, fields: ["cat cat dog"])
    index.add(2, fields: ["bird"])
    let frequency = 2 / (1 - 0.75 + 0.75 * 3 / 2)
    let expected = naturalLogarithm(1 + 1.5 / 1.5) * frequency / (frequency + 1.2)
    let score = index.search(Query("cat"), limit: 1).first?.score ?? 0
    #expect(abs(score - expected) < 1e-12)
  }

  @Test(
    "knows logarithms",
    arguments: [
      (1.0, 0.0), (2, 0.6931471805599453), (10, 2.302585092994046), (1e6, 13.815510557964274),
    ])
  func logarithms(number: Double, logarithm: Double) {
    #expect(abs(naturalLogarithm(number) - logarithm) < 1e-14 * max(1, logarithm))
  }

  static let desk = {
    var index = SearchIndex(fields: [.init(name: "title", weight: 2), .init(name: "body")])
    index.add(1, fields: ["Reset password", "My password does not work."])
    index.add(
      2, fields: ["Password expired", "It expired after a long while, as it does every year."])
    index.add(3, fields: ["Printer on fire", "The smoke is black."])
    index.add(4, fields: ["No connections", "Connected to my printer I see nothing."])
    index.add(5, fields: ["Error ERR-4012", "Sent to the desk by bob@example.com."])
    index.add(6, fields: ["E-mail bounced", ""])
    index.add(7, fields: ["Question", "Where is the long form about password resets, please?"])
    index.add(8, fields: ["東京都のZürich", "支店"])
    return index
  }()
}
