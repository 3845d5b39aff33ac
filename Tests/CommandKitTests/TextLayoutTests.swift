import Testing

@testable import CommandKit

@Suite struct TextLayoutTests {
  static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("👩‍👩‍👧", 2), ("❤️", 2),
    ("한글", 4), ("ｱ", 1), ("Ａ", 2), ("\u{200B}", 0),
  ]

  @Test(arguments: widths)
  func `Columns are counted as a terminal counts them`(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  static let wrappings: [(String, Int, [String])] = [
    ("", 10, []), ("one two three", 7, ["one two", "three"]), ("  a   b ", 9, ["a b"]),
    ("a verylongword b", 5, ["a", "verylongword", "b"]),
    ("日本語 日本", 7, ["日本語", "日本"]), ("日本語日本語", 5, ["日本", "語日", "本語"]),
  ]

  @Test(arguments: wrappings)
  func `Lines are broken at blanks, wide characters anywhere`(
    _ text: String, _ width: Int, _ lines: [String]
  ) {
    #expect(wrap(text, width: width) == lines)
  }

  @Test func `Prose is paragraphs, items and verbatim lines`() {
    let text = "one\ntwo\n\n- a\n  b\n- c\n\n    x\n\n  y\nlast"
    #expect(
      ProseBlock.parse(text) == [
        .paragraph("one two"), .item("a b"), .item("c"), .verbatim(["  x"]), .verbatim(["y"]),
        .paragraph("last"),
      ])
  }
}
