import CommandKit
import Testing

@Suite struct UsageErrorTests {
  static let close = ["ticket", "close"]
  static let list = ["ticket", "list"]
  static let verbs = ["list", "show", "reply", "close", "assign", "edit", "erase"]

  static let cases: [([String], UsageError)] = [
    ([], .missingCommand),
    (["-C", "x"], .missingCommand),
    (["tickte"], .unknownCommand("tickte", in: nil, nearest: ["ticket"])),
    (["tick"], .unknownCommand("tick", in: nil, nearest: ["ticket"])),
    (["ticket", "clo", "x"], .unknownCommand("clo", in: "ticket", nearest: ["close"])),
    (["ticket"], .missingVerb(noun: "ticket", verbs: verbs)),
    (["ticket", "--bogus"], .unknownOption("--bogus", path: ["ticket"], nearest: [])),
    (
      close + ["x", "--mesage", "y"],
      .unknownOption("--mesage", path: close, nearest: ["--message"])
    ),
    (close + ["x", "--mess"], .unknownOption("--mess", path: close, nearest: ["--message"])),
    (close + ["x", "-M", "y"], .unknownOption("-M", path: close, nearest: ["-m"])),
    (["--json", "ticket", "list"], .misplacedOption("--json", path: [])),
    (["ticket", "-q", "list"], .misplacedOption("-q", path: ["ticket"])),
    (close + ["x", "-m"], .missingValue(option: "-m", placeholder: "TEXT", path: close)),
    (["-C"], .missingValue(option: "-C", placeholder: "DIR", path: [])),
    (list + ["--quiet=yes"], .unexpectedValue(option: "--quiet", value: "yes", path: list)),
    (close, .missingArgument("ID", path: close)),
    (["ticket", "show", "a", "b"], .unexpectedArgument("b", path: ["ticket", "show"])),
    (["init", "a", "b"], .unexpectedArgument("b", path: ["init"])),
    (["ticket", "assign", "a"], .missingArgument("AGENT", path: ["ticket", "assign"])),
    (
      ["ticket", "assign", "a", "--team", "x", "--auto"],
      .conflictingOptions(["--team", "--auto"], path: ["ticket", "assign"])
    ),
    (
      ["ticket", "reply", "a"],
      .missingOption(["--message", "--file"], path: ["ticket", "reply"])
    ),
    (
      ["ticket", "reply", "a", "-m", "x", "-F", "y"],
      .conflictingOptions(["--message", "--file"], path: ["ticket", "reply"])
    ),
    (["ticket", "erase", "a"], .missingOption(["--reason"], path: ["ticket", "erase"])),
    (
      list + ["-n", "0"],
      .invalidValue(
        of: "--limit", value: "0", expected: "a whole number from 1 to 1000", nearest: [],
        path: list)
    ),
    (
      list + ["--status=opne"],
      .invalidValue(
        of: "--status", value: "opne", expected: "one of open, pending, closed",
        nearest: ["open"], path: list)
    ),
    (
      ["completion", "bsh"],
      .invalidValue(
        of: "SHELL", value: "bsh", expected: "one of bash, zsh, fish", nearest: ["bash", "zsh"],
        path: ["completion"])
    ),
  ]

  @Test(arguments: cases)
  func `A line that makes no sense says why`(_ words: [String], _ error: UsageError) {
    #expect(throws: error) { try Sample.table.parse(words) }
  }

  @Test func `The first of several errors is told`() {
    #expect(throws: UsageError.unknownOption("--one", path: Self.close, nearest: [])) {
      try Sample.table.parse(Self.close + ["--one", "--two"])
    }
  }

  @Test func `An error knows the command it belongs to`() {
    for (words, error) in Self.cases {
      #expect(words.filter { !$0.hasPrefix("-") }.starts(with: error.path))
    }
  }

  @Test func `An external program gets its words untouched`() throws {
    let words = ["-C", "desk", "foo", "--bar", "-h", "--", "ticket"]
    guard
      case .external(let name, let arguments, let globals) = try Sample.table.parse(
        words, isExternal: { $0 == "foo" })
    else {
      Issue.record("parsed to something else")
      return
    }
    #expect(name == "foo")
    #expect(arguments == ["--bar", "-h", "--", "ticket"])
    #expect(globals[Sample.directory] == "desk")
  }

  @Test func `An external program never takes a built-in's place`() throws {
    #expect(try Sample.table.call(["init"])?.path == ["init"])
    guard case .run = try Sample.table.parse(["init"], isExternal: { _ in true }) else {
      Issue.record("parsed to something else")
      return
    }
  }
}
