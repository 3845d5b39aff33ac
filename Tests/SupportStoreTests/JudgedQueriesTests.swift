import Testing

@testable import SupportStore

@Suite("Judged queries")
struct JudgedQueriesTests {
  @Test("are known by their ids, or numbered where that fits more of the judgements")
  func names() throws {
    let own = try judged(ids: ["a", "b", "c"], judgements: ["b d 1", "a d 1", "z d 1"])
    #expect(own.judged.map(\.id) == ["a", "b"])
    let numbered = try judged(ids: ["1", "2", "4"], judgements: ["1 d 1", "2 d 1", "3 d 1"])
    #expect(numbered.judged.map(\.id) == ["1", "2", "3"])
    #expect(numbered.judged.map(\.text) == ["text 1", "text 2", "text 4"])
    let both = try judged(ids: ["2", "1"], judgements: ["1 d 1", "2 d 1"])
    #expect(both.judged.map(\.text) == ["text 2", "text 1"])
    #expect(both.judged.map(\.id) == ["2", "1"])
  }

  @Test("take judgements with tabs or spaces, TREC's column, a line of names and odd ends")
  func judgements() throws {
    let lines = [
      "\u{FEFF}query-id\tcorpus-id\tscore", "q\tdoc 1\t2", "", "q 0 d2 1\r", "  ", "q\t0\td3\t0.5",
    ]
    let read = try judged(ids: ["q"], judgements: lines)
    #expect(read.gains == ["q": ["doc 1": 2, "d2": 1, "d3": 0.5]])
  }

  @Test(
    "say which line makes no sense",
    arguments: [
      ["q d 1", "q d"], ["q d 1", "q d x"], ["q d 1", "q d nan"], ["q 0 d 1", "q 0 d 1 5"],
    ])
  func wrong(lines: [String]) throws {
    let error = #expect(throws: CollectionError.self) { try judged(ids: ["q"], judgements: lines) }
    #expect(error?.line == 2 && error?.file == "qrels")
  }

  private func judged(ids: [String], judgements: [String]) throws -> JudgedQueries {
    var judged = JudgedQueries(queries: "queries", judgements: "qrels")
    for id in ids { try judged.add(query: Array(#"{"id":"\#(id)","text":"text \#(id)"}"#.utf8)) }
    for line in judgements { try judged.add(judgement: Array(line.utf8)) }
    return judged
  }
}
