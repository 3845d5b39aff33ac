import Testing

@testable import SupportModel

struct CSVRowsTests {
  /// The rows of a text that arrives in pieces of so many bytes.
  private func rows(_ text: String, by size: Int = 1, longest: Int = 1000) -> [CSVRows.Row] {
    var rows = CSVRows(longest: longest)
    var found: [CSVRows.Row] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBufferPointer {
        rows.add($0) { found.append($0) }
      }
    }
    rows.finish { found.append($0) }
    return found
  }

  @Test(
    "Values are read as RFC 4180 has them",
    arguments: [
      ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]), ("a\r\nb\r\n", [["a"], ["b"]]),
      (",\n", [["", ""]]), ("\"a,\"\"b\"\"\nc\",d\r\n", [["a,\"b\"\nc", "d"]]),
      ("\"\",x\n", [["", "x"]]), ("a\"b,c\n", [["a\"b", "c"]]), ("ä,💡\n", [["ä", "💡"]]),
      ("\"a\"\r\n\"b\"", [["a"], ["b"]]), ("", []), ("\n", [[""]]),
    ])
  func values(_ text: String, _ expected: [[String]]) {
    for size in [1, 3, 1000] {
      let rows = rows(text, by: size)
      #expect(rows.map(\.values) == expected)
      #expect(rows.allSatisfy { $0.error == nil })
    }
  }

  @Test("A row is known by the line on which it begins")
  func lines() {
    let text = "a\n\"b\nb\nb\",c\nd\n"
    #expect(rows(text).map(\.line) == [1, 2, 5])
  }

  @Test("A broken row spoils no other one")
  func broken() throws {
    let rows = rows("a,b\n\"c\"x,d\ne,f\n")
    #expect(rows.map { $0.error == nil } == [true, false, true])
    #expect(rows[2].values == ["e", "f"])
    guard case .textAfterQuote(column: 4) = try #require(rows[1].error) else {
      Issue.record("\(String(describing: rows[1].error))")
      return
    }
  }

  @Test("A quote that is never closed is told with its place")
  func openQuote() throws {
    let rows = rows("a\nx,\"b\nc\nd\n")
    #expect(rows.map(\.line) == [1, 2])
    guard case .openQuote(column: 3) = try #require(rows[1].error) else {
      Issue.record("\(String(describing: rows[1].error))")
      return
    }
  }

  @Test("Of a row that is too long no more than that is kept, and the next one is whole")
  func tooLong() throws {
    let long = String(repeating: "x", count: 5000)
    for text in ["\(long)\ny\n", "\"\(long)\n\(long)\"\ny\n", "\(long),\(long)\ny\n"] {
      let rows = rows(text, by: 100)
      #expect(rows.map { $0.error == nil } == [false, true])
      #expect(rows[0].values.joined().utf8.count <= 1000)
      #expect(rows[1].values == ["y"])
    }
  }

  @Test("Columns become members; empty values are absent")
  func records() throws {
    let all = rows("subject,tags,field.a\nx,,1\nx,y\n")
    let header = try CSVHeader(all[0], ignoresUnknown: false)
    #expect(
      try all[1].record(header.names)
        == JSONObject([("subject", "x"), ("fields", ["a": "1"])]))
    #expect(throws: ImportError.self) { try all[2].record(header.names) }
    for header in ["subject,colour", "subject,title", "subject,subject"] {
      #expect(throws: ImportError.self) {
        try CSVHeader(rows(header)[0], ignoresUnknown: false)
      }
    }
  }
}
