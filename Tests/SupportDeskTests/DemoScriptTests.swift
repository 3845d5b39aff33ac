import Testing

@testable import SupportDesk

@Suite struct DemoScriptTests {
  static let headers = """
    ticket: Tea came out
    from: Kim Doe <kim@doe.example>
    opened: 1d 2h before
    channel: email
    category: hardware
    priority: low
    tags: tea,  odd
    """

  @Test("a ticket carries its headers and its steps in order")
  func ticket() throws {
    let script = """
      \(Self.headers)

      +0m kim@doe.example
        Hello,

          indented: yes

        Kim
      +5m ada notes
        Really tea?
      +1h30m ada tags +haunted -odd
      +2h ada resolves
      +3h kim@doe.example rates 4
        Fine.
      """
    let ticket = try #require(try DemoScript.parse(script).first)
    #expect(ticket.subject == "Tea came out")
    #expect(ticket.customerName == "Kim Doe")
    #expect(ticket.customerEmail == "kim@doe.example")
    #expect(ticket.age == 26 * 3600)
    #expect(ticket.tags == ["tea", "odd"])
    #expect(ticket.order == nil)
    let kim = DemoActor.customer("kim@doe.example")
    let ada = DemoActor.agent("ada")
    #expect(
      ticket.steps == [
        DemoStep(
          offset: 0, actor: kim, action: .message("Hello,\n\n  indented: yes\n\nKim")),
        DemoStep(offset: 300, actor: ada, action: .note("Really tea?")),
        DemoStep(offset: 5400, actor: ada, action: .tag(add: ["haunted"], remove: ["odd"])),
        DemoStep(offset: 7200, actor: ada, action: .resolve(message: nil)),
        DemoStep(offset: 10800, actor: kim, action: .rate(4, comment: "Fine.")),
      ])
  }

  @Test(
    "spans are days, hours and minutes",
    arguments: [
      ("0m", 0), ("2d4h30m", 189_000), ("12d 3h", 1_047_600), ("90m", 5400),
      ("", nil), ("5", nil), ("h", nil), ("3x", nil), ("-1h", nil), ("4m2", nil),
    ] as [(String, Int?)])
  func spans(text: String, seconds: Int?) {
    #expect(DemoScript.seconds(text) == seconds)
  }

  /// Steps below the headers (whose first line is 1 and last 7), and the error they give.
  static let badSteps: [(String, DemoScriptError)] = [
    ("", .notOpenedByCustomer(line: 1)),
    ("+0m ada\n  Hi", .notOpenedByCustomer(line: 9)),
    ("+1m kim@doe.example\n  Hi", .notOpenedByCustomer(line: 9)),
    ("+0m kim@doe.example", .missingBody(line: 9)),
    ("+0m kim@doe.example\n  Hi\n+0m ada reads", .notLater(line: 11)),
    ("+0m kim@doe.example\n  Hi\n+26h ada reads", .notInThePast(line: 11)),
    ("+0m kim@doe.example\n  Hi\n+soon ada reads", .badDuration("soon", line: 11)),
    ("+0m kim@doe.example\n  Hi\n+5m ada dances", .unknownAction("dances", line: 11)),
    ("+0m kim@doe.example\n  Hi\n+5m ada tags vip", .unknownAction("tags vip", line: 11)),
    ("+0m kim@doe.example\n  Hi\n+5m ada rates 6", .unknownAction("rates 6", line: 11)),
    ("+0m kim@doe.example\n  Hi\n+5m ada reads\n  aloud", .unexpectedBody(line: 11)),
    ("+0m kim@doe.example\n  Hi\n\nstray", .unexpectedText("stray", line: 12)),
    ("+0m kim@doe.example\n  Hi\n+5m", .unknownAction("5m", line: 11)),
  ]

  @Test("a bad step is refused with its line", arguments: badSteps)
  func refusesStep(steps: String, error: DemoScriptError) {
    #expect(throws: error) { try DemoScript.parse("\(Self.headers)\n\n\(steps)\n") }
  }

  static let badHeaders: [(String, String, DemoScriptError)] = [
    ("priority: low", "", .missingHeader("priority", line: 2)),
    ("priority: low", "prio: low", .unknownHeader("prio", line: 7)),
    ("priority: low", "channel: chat", .repeatedHeader("channel", line: 7)),
    ("Kim Doe <kim@doe.example>", "kim@doe.example", .badContact("kim@doe.example", line: 3)),
    ("1d 2h before", "1d 2h", .badDuration("1d 2h", line: 4)),
    ("1d 2h before", "long before", .badDuration("long before", line: 4)),
    ("ticket:", "tickets:", .unexpectedText("tickets: Tea came out", line: 2)),
    ("channel: email", ":", .unknownHeader("", line: 5)),
  ]

  @Test("a bad header is refused with its line", arguments: badHeaders)
  func refusesHeader(good: String, bad: String, error: DemoScriptError) {
    let lines = Self.headers.split(separator: "\n").map { line in
      line.hasSuffix(good)
        ? line.dropLast(good.count) + bad
        : line.hasPrefix(good) ? bad + line.dropFirst(good.count) : String(line)
    }
    let script = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    #expect(throws: error) {
      try DemoScript.parse("\n\(script)\n\n+0m kim@doe.example\n  Hi\n")
    }
  }
}
