import Testing

@testable import TextSearch

@Suite("Reading a query")
struct QueryTests {
  /// Each clause as `[-][field:]kind(text)`.
  @Test(
    "finds a meaning for everything typed",
    arguments: [
      ("", ""),
      ("   \t\n", ""),
      ("reset password", "words(reset) words(password)"),
      (
        #""exact phrase" -word pass* title:word"#,
        "phrase(exact phrase) -words(word) prefix(pass) title:words(word)"
      ),
      (#""left open"#, "phrase(left open)"),
      (#"a"b c"d"#, "words(a) phrase(b c) words(d)"),
      ("“curly quotes” «guillemets»", "phrase(curly quotes) phrase(guillemets)"),
      (
        #"-"not this" -title:pass* TITLE:"two words""#,
        "-phrase(not this) -title:prefix(pass) title:phrase(two words)"
      ),
      ("title: word", "words(title:) words(word)"),
      ("http://x other:word", "words(http://x) words(other:word)"),
      ("- -- --force well-known", "words(-) words(--) words(--force) words(well-known)"),
      (#"* ** "" -* -"#, "words(-)"),
      ("pass** p*q", "prefix(pass) words(p*q)"),
      ("\0a\0b\0", "words(a) words(b)"),
    ])
  func clauses(text: String, expected: String) {
    let clauses = Query(text, fields: ["title", "body"]).clauses.map { clause in
      let minus = clause.isExcluded ? "-" : ""
      let field = clause.field.map { $0 + ":" } ?? ""
      return "\(minus)\(field)\(clause.kind)(\(clause.text))"
    }
    #expect(clauses.joined(separator: " ") == expected)
  }

  @Test("knows where each clause stands in the text")
  func ranges() {
    let query = Query(#"é -title:"a b" c*"#, fields: ["title"])
    let bytes = Array(query.text.utf8)
    #expect(
      query.clauses.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["é", "a b", "c"])
  }

  @Test("leaves stop words out, unless there is nothing else")
  func stopWords() {
    #expect(
      Query("how to reset the password").wanted.map(\.unit.parts) == [
        [.stems(["reset"])], [.stems(["password"])],
      ])
    #expect(Query("to be or not to be").wanted.map(\.times) == [2, 2, 1, 1])
  }

  @Test("looks for a compound whole and in parts, and for a repeated word once")
  func units() {
    let units = Query("ERR-4012 err-4012").wanted
    #expect(units.map(\.times) == [2])
    #expect(units.first?.unit.whole == .stems(["err4012"]))
    #expect(units.first?.unit.parts == [.stems(["err"]), .stems(["4012"])])
  }
}
