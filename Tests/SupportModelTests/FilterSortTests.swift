import Testing

@testable import SupportModel

@Suite("A filter's order") struct FilterSortTests {
  private typealias Samples = FilterSamples

  private static let tickets = [
    ("a", "high", "open", "beta", "2026-11-03"), ("b", "low", "closed", "Alpha", "2026-11-01"),
    ("c", "critical", "new", "gamma", ""), ("d", "high", "gone", "alpha", "2026-11-02"),
  ].map { name, priority, status, subject, last in
    Samples.ticket([
      ("id", .string("261120-00000\(name)")), ("priority", .string(priority)),
      ("status", .string(status)), ("subject", .string(subject)),
      ("last_message_at", last.isEmpty ? .null : .string(last)),
    ])
  }

  private func rows(_ order: SortOrder) -> [SortRow] {
    Self.tickets.map { ticket in
      let due = FilterSubject.Clocks(dueAt: ticket.lastMessageAt)
      return order.row(FilterSubject(ticket, clocks: { due }), DeskSettings())
    }.sorted(by: order.precedes)
  }

  private func names(_ rows: some Sequence<SortRow>) -> String {
    String(rows.compactMap { $0.id.description.last })
  }

  @Test(
    "goes by the keys, then by id, with absent values last",
    arguments: [
      ("", "adbc"), ("sort:last_message", "bdac"), ("sort:-activity", "adbc"),
      ("sort:due", "bdac"), ("sort:-due", "adbc"), ("sort:priority", "badc"),
      ("sort:-priority", "cdab"), ("sort:-priority sort:id", "cadb"), ("sort:status", "cabd"),
      ("sort:subject", "bdac"), ("sort:-subject", "cadb"), ("sort:id", "abcd"),
      ("sort:-id", "dcba"), ("sort:created", "abcd"), ("sort:-updated", "dcba"),
    ])
  func order(_ text: String, _ expected: String) throws {
    #expect(names(rows(try Samples.filter(text).order)) == expected)
  }

  @Test("turns round, but absent values stay last")
  func reversed() { #expect(names(rows(SortOrder.standard.reversed)) == "bdac") }

  @Test(
    "is continued by a cursor", arguments: ["", "sort:due", "sort:-subject", "sort:status,-id x"])
  func cursor(_ text: String) throws {
    let filter = try Samples.filter(text)
    let all = rows(filter.order)
    for (place, row) in all.enumerated() {
      let written = Cursor(after: row, of: filter).description
      #expect(
        written.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
      let read = try Cursor(written, of: filter)
      #expect(read.row == row)
      #expect(
        names(all.filter { filter.order.precedes(read.row, $0) }) == names(all[(place + 1)...]))
    }
  }

  @Test("a cursor stays good as time goes on, and is no other query's")
  func queries() throws {
    let filter = try Samples.filter("created:-7d")
    let row = rows(filter.order)[0]
    let text = Cursor(after: row, of: filter).description
    let later = FilterContext(
      settings: DeskSettings(), now: Samples.now + .day, person: Samples.ada)
    #expect(try Cursor(text, of: Filter.parse("created:-7D sort:-activity", later)).row == row)
    #expect(throws: CursorError.otherQuery) { try Cursor(text, of: Samples.filter("a")) }
    #expect(throws: CursorError.otherQuery) {
      try Cursor(text, of: Samples.filter("created:-7d sort:due"))
    }
  }

  @Test("garbage is no cursor")
  func garbage() throws {
    let text = Cursor(after: rows(.standard)[0], of: .everything).description
    let damaged = (0..<text.count).map { place in
      var letters = Array(text)
      letters[place] = letters[place] == "A" ? "B" : "A"
      return String(letters)
    }
    let cut = (0..<text.count).map { String(text.prefix($0)) }
    for garbage in damaged + cut + [text + "A", text + "=", "é", "null", "W10"] {
      #expect(throws: CursorError.notCursor) { try Cursor(garbage, of: .everything) }
    }
  }
}
