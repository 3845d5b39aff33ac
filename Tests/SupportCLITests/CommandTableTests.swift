import Testing

@testable import CommandKit
@testable import SupportCLI

@Suite struct CommandTableTests {
  static let commands = CommandTable.support.describe().commands.filter { !$0.isHidden }

  @Test func `The table has no problems`() {
    #expect(CommandTable.support.problems() == [])
  }

  @Test(arguments: commands)
  func `Every command has an example, and every example parses`(
    _ command: CommandDescription
  ) throws {
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      let lines = try #require(ShellLine.commands(in: example))
      for words in lines where words.first == "support" {
        _ = try CommandTable.support.parse(Array(words.dropFirst()))
      }
    }
  }

  @Test(arguments: commands)
  func `Every command takes --json`(_ command: CommandDescription) throws {
    let example = try #require(command.examples.first)
    let lines = try #require(ShellLine.commands(in: example))
    let words = try #require(lines.first { $0.first == "support" }).dropFirst()
    let invocation = try CommandTable.support.parse(words + ["--json"])
    guard case .run(_, _, let call) = invocation else {
      Issue.record("\(example) --json runs no command")
      return
    }
    #expect(call.has(CommonOption.json))
  }

  @Test(arguments: commands)
  func `Every command has a transcript`(_ command: CommandDescription) {
    let path = "Tests/Transcripts/\(command.path.joined(separator: "/")).md"
    #expect(Repository.has(path), "\(path) is missing")
  }

  /// What other people's scripts rely on: the forms of the design's "common verbs", each option once.
  static let promised = [
    "init", "init DIR", "init DIR --name NAME",
    "ticket new -s SUBJECT -m TEXT", "ticket new -s SUBJECT -F FILE",
    "ticket new -s SUBJECT -m TEXT --customer bob@example.com --priority high --category billing",
    "ticket new -s SUBJECT -m TEXT --channel web --tag one --tag two --assign ada --order A-1",
    "ticket new -s SUBJECT -m TEXT --attach a.txt --attach b.txt --field k=v --field l=w",
    "ticket list", "ticket list status:open -tag:vip words", "ticket list --status open",
    "ticket list --status open --status new --priority high --assignee me --customer bob",
    "ticket list --sort created --reverse -n 5", "ticket list --cursor abc",
    "ticket show k7q", "ticket show k7q --at 2026-11-01",
    "ticket reply k7q -m TEXT", "ticket reply k7q -F - --status pending --attach a.txt",
    "ticket note k7q -m TEXT",
    "ticket assign k7q ada", "ticket assign k7q 3fm ada", "ticket assign k7q --team tier-2",
    "ticket assign k7q --none --reason vacation",
    "ticket status k7q open", "ticket status k7q 3fm open",
    "ticket close k7q", "ticket close k7q 3fm -m TEXT",
    "ticket edit k7q 3fm --subject S --priority low --category c --tag +a --tag -b --field k=v",
    "log", "log k7q", "log k7q --since -1d --follow",
    "kb search reset password", "kb new reset-password -t Title -F FILE --publish",
    "sla report", "sla report --since -30d --until now --by priority", "sla check --exit-code",
  ]

  @Test(arguments: promised)
  func `A promised command line parses`(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    guard case .run(_, let path, _) = try CommandTable.support.parse(words) else {
      Issue.record("it runs no command")
      return
    }
    #expect(words.starts(with: path))
  }

  @Test(arguments: [
    "-C DIR --as ada --color never --no-pager ticket list",
    "ticket list -C DIR --as ada --color never --no-pager", "ticket list --json=id,status",
    "ticket list --format %(id) -z", "ticket close k7q --if-match HEAD --dry-run", "ticket close -",
  ])
  func `What holds for all commands parses`(_ line: String) throws {
    _ = try CommandTable.support.parse(line.split(separator: " ").map(String.init))
  }
}
