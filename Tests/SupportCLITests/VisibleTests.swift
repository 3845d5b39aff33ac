import Testing

@testable import SupportCLI

/// What strangers wrote, as a terminal gets to see it.
@Suite struct VisibleTests {
  static let lines: [(written: String, shown: String)] = [
    ("plain text, é and 漢字 and 🙂", "plain text, é and 漢字 and 🙂"),
    ("\u{1B}[31mred\u{1B}[0m", "^[[31mred^[[0m"),
    ("bell\u{7} and delete\u{7F}", "bell^G and delete^?"),
    ("one\nline\r\tonly\0", "one^Jline^M^Ionly^@"),
    ("\u{9B}31m", "<U+009B>31m"),
    ("invoice\u{202E}fdp.exe", "invoice<U+202E>fdp.exe"),
    ("\u{2066}isolate\u{2069}", "<U+2066>isolate<U+2069>"),
    ("\u{200E}\u{200F}\u{061C}marks", "<U+200E><U+200F><U+061C>marks"),
    ("next\u{2028}line\u{2029}", "next<U+2028>line<U+2029>"),
  ]

  @Test(arguments: lines)
  func `Nothing in a line moves the cursor, colours or turns the text`(
    _ written: String, _ shown: String
  ) {
    #expect(Visible.line(written) == shown)
  }

  @Test func `A body keeps its lines and tabs, and nothing else`() {
    #expect(Visible.body("one\n\ttwo\r\n\u{1B}[2J") == "one\n\ttwo^M\n^[[2J")
  }

  @Test func `No control character is left in a line, whichever it was`() {
    let controls = (0..<0xA0).compactMap { Unicode.Scalar($0) }.filter {
      $0.properties.generalCategory == .control
    }
    let shown = Visible.line(String(String.UnicodeScalarView(controls)))
    #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func `A cell is made harmless before it is coloured`() {
    #expect(Cell("a\u{1B}[0m", .red).text == "a^[[0m")
    #expect(Style.red.wrap("late", true) == "\u{1B}[31mlate\u{1B}[0m")
    #expect(Style.red.wrap("late", false) == "late")
    #expect(Style.red.wrap("", true) == "")
  }
}
