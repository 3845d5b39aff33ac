import CommandKit
import Testing

@Suite struct HelpRequestTests {
  static let requests: [([String], HelpSubject)] = [
    (["-h"], .program), (["--help"], .program), (["ticket", "-h"], .group("ticket")),
    (["-h", "ticket"], .group("ticket")), (["-C", "x", "--help"], .program),
    (["ticket", "close", "--help"], .command(["ticket", "close"])),
    (["-h", "ticket", "close"], .command(["ticket", "close"])),
    (["ticket", "close", "k7q", "-zh"], .command(["ticket", "close"])),
    (["ticket", "close", "--bogus", "--help"], .command(["ticket", "close"])),
    (["ticket", "list", "--sort=wrong", "-h"], .command(["ticket", "list"])),
    (["init", "a", "b", "c", "-h"], .command(["init"])),
  ]

  @Test(arguments: requests)
  func `Help is given on the deepest command found, whatever else is wrong`(
    _ words: [String], _ subject: HelpSubject
  ) throws {
    guard case .help(let found) = try Sample.table.parse(words) else {
      Issue.record("asked for something else")
      return
    }
    #expect(found == subject)
  }

  @Test(arguments: [["--", "-h"], ["x", "--", "--help"], ["-m", "-h", "x"]])
  func `After two dashes and as a value it is no request for help`(_ words: [String]) throws {
    #expect(try Sample.table.call(["ticket", "close"] + words) != nil)
  }

  @Test(arguments: [["--version"], ["--version", "ticket", "list"], ["version"]])
  func `The version is asked for before any command`(_ words: [String]) throws {
    guard case .version = try Sample.table.parse(words) else {
      Issue.record("asked for something else")
      return
    }
  }

  static let subjects: [([String], HelpSubject)] = [
    ([], .program), (["ticket"], .group("ticket")), (["exit-codes"], .topic("exit-codes")),
    (["kb", "search"], .command(["kb", "search"])), (["init"], .command(["init"])),
  ]

  @Test(arguments: subjects)
  func `Help finds nouns, commands and topics`(
    _ words: [String], _ subject: HelpSubject
  ) throws {
    #expect(try Sample.table.helpSubject(for: words) == subject)
  }

  @Test func `Where no help command is declared its word still works`() throws {
    let table = CommandTable<Desk>(program: "p", summary: "s", version: "1", commands: [.show])
    guard case .help(.command(["show"])) = try table.parse(["help", "show"]) else {
      Issue.record("asked for something else")
      return
    }
    #expect(throws: UsageError.unknownCommand("shwo", in: nil, nearest: ["show"])) {
      try table.parse(["help", "shwo"])
    }
  }
}
