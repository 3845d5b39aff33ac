import Testing

@testable import SupportModel

@Suite("A text that is no filter") struct FilterErrorTests {
  private typealias Samples = FilterSamples

  struct Row: CustomTestStringConvertible, Sendable {
    var text: String
    var carets: String
    var fact: FilterError.Fact
    var testDescription: String { text }

    init(_ text: String, _ carets: String, _ fact: FilterError.Fact) {
      (self.text, self.carets, self.fact) = (text, carets, fact)
    }
  }

  @Test(
    "is refused with the place of the fault",
    arguments: [
      Row(
        "statsu:open",
        "^^^^^^", .unknownField("statsu", near: ["status"])),
      Row(
        "a -http://x",
        "   ^^^^", .unknownField("http", near: [])),
      Row(
        "status:opne",
        "       ^^^^", .unknownValue(kind: "status", word: "opne", near: ["open"])),
      Row(
        "status:open,xyz tag:a",
        "            ^^^", .unknownValue(kind: "status", word: "xyz", near: [])),
      Row(
        "priority:>=hihg",
        "           ^^^^", .unknownValue(kind: "priority", word: "hihg", near: ["high"])),
      Row(
        "channel:mail",
        "        ^^^^", .unknownValue(kind: "channel", word: "mail", near: ["email"])),
      Row(
        "is:opened",
        "   ^^^^^^", .unknownValue(kind: "state", word: "opened", near: ["open"])),
      Row(
        "has:orders",
        "    ^^^^^^", .unknownValue(kind: "part", word: "orders", near: ["order"])),
      Row(
        "sort:-prioriy",
        "     ^^^^^^^^", .unknownValue(kind: "sort key", word: "-prioriy", near: ["priority"])),
      Row(
        "sort:tag",
        "     ^^^", .unknownValue(kind: "sort key", word: "tag", near: [])),
      Row(
        "-sort:id",
        " ^^^^^^^", .negatedSort),
      Row(
        "created:>13.11.2026",
        "         ^^^^^^^^^^", .badDate("13.11.2026")),
      Row(
        "created:2026-02-30",
        "        ^^^^^^^^^^", .badDate("2026-02-30")),
      Row(
        "due:7d",
        "    ^^", .badDate("7d")),
      Row(
        "due:-9999999999999999w",
        "    ^^^^^^^^^^^^^^^^^^", .badDate("-9999999999999999w")),
      Row(
        "created:2026-12..2026-11",
        "        ^^^^^^^^^^^^^^^^", .badRange("2026-12..2026-11")),
      Row(
        "created:..",
        "        ^^", .badRange("..")),
      Row(
        "priority:high..low",
        "         ^^^^^^^^^", .badRange("high..low")),
      Row(
        "rating:>inf",
        "        ^^^", .badNumber("inf")),
      Row(
        "field.x:<y",
        "         ^", .badNumber("y")),
      Row(
        "id:k7-q!",
        "   ^^^^^", .badID("k7-q!")),
      Row(
        "tag:>a",
        "    ^^", .noOrder(field: "tag")),
      Row(
        "subject:\"a\"..b",
        "        ^^^^^^", .noOrder(field: "subject")),
      Row(
        "status: open",
        "       ^", .emptyValue),
      Row(
        "status:",
        "       ^", .emptyValue),
      Row(
        "status:open,",
        "            ^", .emptyValue),
      Row(
        "created:>",
        "         ^", .emptyValue),
      Row(
        "tag:\"\"",
        "    ^^", .emptyValue),
      Row(
        "a \" \"",
        "  ^^^", .emptyValue),
      Row(
        "a or",
        "  ^^", .danglingOperator("or")),
      Row(
        "OR a",
        "^^", .danglingOperator("or")),
      Row(
        "a or or b",
        "  ^^", .danglingOperator("or")),
      Row(
        "(a or sort:id)",
        "   ^^", .danglingOperator("or")),
      Row(
        "and a",
        "^^^", .danglingOperator("and")),
      Row(
        "a - b",
        "  ^", .danglingOperator("-")),
      Row(
        "(a b",
        "^", .unbalancedParenthesis),
      Row(
        "a) b",
        " ^", .unbalancedParenthesis),
      Row(
        "a ()",
        "  ^^", .emptyGroup),
      Row(
        "(sort:id)",
        "^^^^^^^^^", .emptyGroup),
      Row(
        "subject:\"reset password",
        "        ^^^^^^^^^^^^^^^", .unterminatedQuote),
      Row(
        "\"a\\\"",
        "^^^^", .unterminatedQuote),
      Row(
        "tag:\"a\"b c",
        "       ^", .textAfterQuote),
      Row(
        "\"a\"b:c",
        "   ^^^", .textAfterQuote),
      Row(
        "größer tga:é",
        "       ^^^", .unknownField("tga", near: ["tag"])),
    ])
  func refused(_ row: Row) throws {
    let error = try #require(Samples.error(row.text))
    #expect(error.fact == row.fact)
    #expect(error.picture() == row.text + "\n" + row.carets)
  }

  @Test("because the one who asks has no self")
  func noSelf() {
    #expect(Samples.error("assignee:me", Samples.desk)?.fact == .noSelf)
    #expect(Samples.error("assignee:a,me", Samples.bob)?.fact == .noSelf)
    #expect(Samples.error("customer:me", Samples.desk)?.fact == .noSelf)
    #expect(Samples.error("customer:me") == nil)
  }

  @Test(
    "because a customer knows no such field",
    arguments: [
      "tag:vip", "team:a", "watcher:a", "field.x:1", "customer.tier:gold", "has:tag",
      "due:<2026-12-01", "has:due", "is:overdue", "is:paused", "is:breached", "sort:due",
      "sort:-due",
    ])
  func staffOnly(_ text: String) throws {
    #expect(Samples.error(text) == nil)
    let error = try #require(Samples.error(text, Samples.bob))
    switch error.fact {
    case .unknownField(_, let near), .unknownValue(_, _, let near): #expect(near == [])
    default: Issue.record("\(error.fact)")
    }
  }

  @Test("is shown around the fault where it is long, and on one line")
  func picture() throws {
    let long = String(repeating: "word ", count: 40)
    let inside = try #require(Samples.error(long + "statsu:open " + long))
    #expect(
      inside.picture(width: 30) == """
        …d word statsu:open word word…
                ^^^^^^
        """)
    let atEnd = try #require(Samples.error(long + "tag:"))
    #expect(
      atEnd.picture(width: 30) == """
        …ord word word word word tag:
                                     ^
        """)
    let controls = try #require(Samples.error("\u{1B}[31m\ntag:"))
    #expect(controls.picture() == "\u{FFFD}[31m tag:\n          ^")
  }

  @Test("because it is too deep or too long, at once")
  func limits() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(Samples.error(nested(100)) == nil)
    #expect(Samples.error(nested(101))?.fact == .tooDeep(limit: 100))
    #expect(Samples.error(nested(10_000))?.offset == 100)
    #expect(Samples.error(String(repeating: "-(a or ", count: 9_000))?.fact == .tooDeep(limit: 100))
    #expect(Samples.error(String(repeating: "-", count: 60_000) + "a") == nil)
    #expect(Samples.error(String(repeating: "a or ", count: 13_000) + "b") == nil)
    #expect(Samples.error("tag:" + String(repeating: "a,", count: 32_000) + "a") == nil)
    #expect(Samples.error(String(repeating: "a", count: 65_536)) == nil)
    for piece in ["a", "(", "\"", "\u{1F469}\u{200D}", "tag:"] {
      let text = String(repeating: piece, count: 1_000_000)
      let error = try #require(Samples.error(text))
      #expect(error.fact == .tooLong(limit: 65_536, actual: text.utf8.count))
      #expect(error.picture().utf8.count < 10_000)
    }
  }
}
