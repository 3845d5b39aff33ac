import Testing

struct LineTests {
  @Test(arguments: [
    ("plain", "plain"), ("a [..] c", "a b c"), ("[..]", ""), ("[..]b[..]", "abc"),
    ("[..] b [..] d", "a b c d"), ("a\\x1b[1m[..] (esc)", "a\u{1b}[1mbold"),
    ("tab\\t (esc)", "tab\t"), (" (esc)", ""), ("a\\\\b (esc)", "a\\b"), ("a\\b", "a\\b"),
  ])
  func `An expected line matches`(expected: String, printed: String) {
    #expect(ExpectedLine(text: expected).matches(line(printed)))
  }

  @Test(arguments: [
    ("plain", "plain "), ("a [..] c", "a c"), ("[..]b", "abc"), ("ab[..]ba", "aba"),
    ("x [..]", "y z"), ("cafe\u{301}", "caf\u{e9}"),
  ])
  func `An expected line does not match`(expected: String, printed: String) {
    #expect(!ExpectedLine(text: expected).matches(line(printed)))
  }

  @Test func `A missing line feed is part of the line`() {
    let printed = PrintedLine.lines(of: Array("one\ntwo".utf8))
    #expect(printed.map { $0.spelled() } == ["one", "two (no-eol)"])
    #expect(ExpectedLine(text: "two (no-eol)").matches(printed[1]))
    #expect(!ExpectedLine(text: "two").matches(printed[1]))
    #expect(!ExpectedLine(text: "one (no-eol)").matches(printed[0]))
  }

  @Test(arguments: [
    "plain", "caf\u{e9} \u{1f600}", "a\tb", "trailing ", "trailing\t", "bell\u{7}", "\u{1b}[1mx",
    "a \\ b\u{1b}", "$ typed", "@ set", "> quoted", "[5]", "...", "", "x (esc)", "x (no-eol)",
    "\u{202e}right to left", "a\u{200d}b", "back\\slash", "no\u{a0}break\r",
  ])
  func `What is spelled reads back as the same line`(printed: String) throws {
    let spelled = line(printed).spelled(isBare: true)
    #expect(ExpectedLine(text: spelled).matches(line(printed)))
    let session = try Session("  $ a\n  \(spelled)\n  $ b\n")
    #expect(session.steps.map(\.expected) == [[spelled], []])
    #expect(session.steps.map(\.status) == [0, 0])
  }

  @Test func `Bytes that are not text are spelled as bytes`() {
    let printed = PrintedLine(bytes: [0x61, 0xff, 0x5c, 0xc3], isEnded: true)
    #expect(printed.spelled() == #"a\xff\\\xc3 (esc)"#)
    #expect(ExpectedLine(text: printed.spelled()).matches(printed))
  }

  @Test func `A path that differs from run to run becomes a wildcard`() {
    #expect(line("in /tmp/x1/work/a").spelled(hiding: "/tmp/x1") == "in [..]/work/a")
  }

  private func line(_ text: String) -> PrintedLine {
    PrintedLine(bytes: Array(text.utf8), isEnded: true)
  }
}
