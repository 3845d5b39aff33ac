import CommandKit
import Testing

@Suite struct ParsingTests {
  @Test func `A command runs with its arguments and options`() throws {
    let line = ["ticket", "close", "k7q", "-m", "refunded", "m2x"]
    guard case .run(let command, let path, let call) = try Sample.table.parse(line) else {
      Issue.record("parsed to something else")
      return
    }
    #expect(path == ["ticket", "close"])
    #expect(call[Sample.ids] == ["k7q", "m2x"])
    #expect(call[Sample.message] == "refunded")
    let desk = Desk()
    try command.run(call, desk)
    #expect(desk.ran == ["close"])
  }

  static let messages: [([String], String?)] = [
    (["-m", "a b"], "a b"), (["-ma b"], "a b"), (["-m=x"], "=x"), (["--message", "x"], "x"),
    (["--message=x=y"], "x=y"), (["--message="], ""), (["-m", ""], ""), (["-m", "-q"], "-q"),
    (["-m", "--"], "--"), (["--message", "--help"], "--help"), (["-m", "-h"], "-h"),
    (["-m", "one", "--message=two"], "two"), (["-zmx"], "x"), (["-zm", "x"], "x"), ([], nil),
  ]

  @Test(arguments: messages)
  func `A value is found as getopt finds it`(_ words: [String], _ value: String?) throws {
    let parsed = try #require(try Sample.table.call(["ticket", "close", "k7q"] + words))
    #expect(parsed.call[Sample.message] == value)
    #expect(parsed.call[Sample.ids] == ["k7q"])
  }

  static let json: [([String], OptionalText)] = [
    ([], .absent), (["--json"], .bare), (["--json="], .value("")), (["--json=a,b"], .value("a,b")),
    (["--json", "--json=a"], .value("a")), (["--json=a", "--json"], .bare),
  ]

  @Test(arguments: json)
  func `An optional value is only ever attached`(
    _ words: [String], _ value: OptionalText
  ) throws {
    let parsed = try #require(try Sample.table.call(["ticket", "close"] + words + ["k7q"]))
    #expect(parsed.call[Sample.json] == value)
    #expect(parsed.call[Sample.ids] == ["k7q"])
  }

  @Test func `Every kind of option gives its type`() throws {
    let words = ["ticket", "list", "-qzn50", "-s", "open", "--status=closed", "--sort", "priority"]
    let call = try #require(try Sample.table.call(words)).call
    #expect(call[Sample.quiet] && call[Sample.nul])
    #expect(call[Sample.count] == 50)
    #expect(call[Sample.status] == ["open", "closed"])
    #expect(call[Sample.sort] == "priority")
    #expect(call[Sample.filter] == [])
    #expect(call.has(Sample.quiet) && !call.has(Sample.noPager))
  }

  @Test func `A value may begin with a dash`() throws {
    let words = ["ticket", "edit", "k7q", "--tag", "-new", "--tag", "+vip", "--tag=--"]
    let call = try #require(try Sample.table.call(words)).call
    #expect(call[Sample.tags] == ["-new", "+vip", "--"])
  }

  static let dashWords: [([String], [String])] = [
    (["-"], ["-"]), (["-tag:vip"], ["-tag:vip"]),
    (["-\"reset password\""], ["-\"reset password\""]),
    (["-(a or b)"], ["-(a or b)"]), (["-'x'"], ["-'x'"]), (["--", "-q", "--"], ["-q", "--"]),
    (["-name:ana"], ["-name:ana"]), (["-refund"], ["-refund"]), (["-x"], []), (["-q:x"], []),
    (["-sopen", "a"], ["a"]),
    (["-status:open"], ["-status:open"]), (["status:open", "-q"], ["status:open"]),
  ]

  @Test(arguments: dashWords)
  func `A negated filter term is an argument unless it reads as options`(
    _ words: [String], _ filter: [String]
  ) throws {
    guard let parsed = try? Sample.table.call(["ticket", "list"] + words) else {
      #expect(filter.isEmpty)
      return
    }
    #expect(parsed.call[Sample.filter] == filter)
  }

  @Test func `Options of the program stand anywhere`() throws {
    for words in [
      ["-C", "/desk", "ticket", "show", "k7q"], ["ticket", "-C", "/desk", "show", "k7q"],
      ["ticket", "show", "-C/desk", "k7q"], ["ticket", "show", "k7q", "--directory=/desk"],
    ] {
      let parsed = try #require(try Sample.table.call(words))
      #expect(parsed.path == ["ticket", "show"])
      #expect(parsed.call[Sample.directory] == "/desk")
      #expect(parsed.call[Sample.id] == "k7q")
    }
  }

  static let assignments: [([String], [String], String?)] = [
    (["a", "ana"], ["a"], "ana"), (["a", "b", "c", "ana"], ["a", "b", "c"], "ana"),
    (["a", "b", "--team", "x"], ["a", "b"], nil), (["--auto", "a"], ["a"], nil),
  ]

  @Test(arguments: assignments)
  func `A last argument gives way to the option that replaces it`(
    _ words: [String], _ ids: [String], _ agent: String?
  ) throws {
    let call = try #require(try Sample.table.call(["ticket", "assign"] + words)).call
    #expect(call[Sample.ids] == ids)
    #expect(call[Sample.agent] == agent)
  }
}
