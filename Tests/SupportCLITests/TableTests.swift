import Platform
import Testing

@testable import SupportCLI

/// The aligned tables of a terminal.
@Suite struct TableTests {
  static let cuts: [(text: String, width: Int, shown: String)] = [
    ("short", 10, "short"), ("exactly ten", 11, "exactly ten"), ("too long by far", 8, "too lon…"),
    ("漢字漢字", 5, "漢字…"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 8, "漢字漢字"), ("ab", 1, "…"),
    ("e\u{301}clair", 4, "e\u{301}cl…"),
  ]

  @Test(arguments: cuts)
  func `A text is cut to a display width, with an ellipsis`(
    _ text: String, _ width: Int, _ shown: String
  ) {
    #expect(cut(text, to: width) == shown)
  }

  struct Row {
    var id: String
    var count: Int
    var subject: String
  }

  static var columns: [Column<Row>] {
    [
      Column("ID", plain: \.id),
      Column("COUNT", isNumber: true) { "\($0.count)" },
      Column("SUBJECT", isElastic: true, plain: \.subject),
    ]
  }

  private func table(_ rows: [Row], width: Int) -> String {
    Table(rows, Self.columns, Output(Environment(["COLUMNS": "\(width)", "NO_COLOR": ""]))).text
  }

  @Test func `Columns are aligned, numbers to the right, and the last is not padded`() {
    let rows = [
      Row(id: "261120-k7qx9m", count: 7, subject: "Cannot sign in"),
      Row(id: "261120-3fm2ab", count: 12, subject: "Late"),
    ]
    #expect(
      table(rows, width: 80) == """
        ID             COUNT  SUBJECT
        261120-k7qx9m      7  Cannot sign in
        261120-3fm2ab     12  Late

        """)
  }

  @Test func `Where the terminal is narrow the elastic column gives way, down to ten columns`() {
    let rows = [Row(id: "261120-k7qx9m", count: 7, subject: "It says wrong password")]
    #expect(table(rows, width: 36).hasSuffix("      7  It says wrong…\n"))
    #expect(table(rows, width: 5).hasSuffix("      7  It says w…\n"))
  }

  @Test func `No rows make no table, not a lonely heading`() {
    #expect(table([], width: 80) == "")
  }

  @Test func `What strangers wrote cannot break the table`() {
    let rows = [Row(id: "a", count: 1, subject: "one\ntwo\u{1B}[31m")]
    #expect(table(rows, width: 80).hasSuffix("a       1  one^Jtwo^[[31m\n"))
  }
}
