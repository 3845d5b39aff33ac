import CommandKit
import Testing

@Suite struct ProblemsTests {
  @Test func `A sound table has no problems`() {
    #expect(Sample.table.problems() == [])
  }

  private static func table(_ command: Command<Desk>) -> CommandTable<Desk> {
    CommandTable(
      program: "support", summary: "s", version: "1", globals: [Sample.directory],
      common: [Sample.nul], commands: [command])
  }

  static let faults: [(Command<Desk>, String)] = [
    (.sample("Bad", "Do", example: "support Bad"), "Bad: not a legal name"),
    (.sample("do", "Do.", example: "support do"), "do: summary: ends in a full stop"),
    (.sample("do", "", example: "support do"), "do: summary: empty"),
    (Command("do", "Do", needs: .desk, examples: []) { _, _ in }, "do: no example"),
    (
      .sample("do", "Do", example: "support do 'x"),
      "do: example does not end its quotes: support do 'x"
    ),
    (.sample("do", "Do", example: "ls | wc"), "do: example does not show the command: ls | wc"),
    (
      .sample("do", "Do", options: [Option.flag("null", "Twice")], example: "support do"),
      "do: --null: declared more than once"
    ),
    (
      .sample("do", "Do", options: [Option.flag("other", short: "h", "x")], example: "support do"),
      "do: -h: means two things"
    ),
    (
      .sample("do", "Do", arguments: [Sample.ids, Sample.folder], example: "support do a"),
      "do: arguments that cannot be told apart"
    ),
    (
      .sample("do", "Do", arguments: [Sample.quiet], example: "support do a"),
      "do: --quiet: an option among the arguments"
    ),
    (
      .sample("do", "Do", rules: [.atMostOne(of: Sample.auto)], example: "support do"),
      "do: --auto: not an option here"
    ),
    (
      .sample("do", "Do", arguments: [Argument.one("id", "x")], example: "support do a"),
      "do: id: an argument's name is in capitals"
    ),
  ]

  @Test(arguments: faults.indices)
  func `A fault in the table is named`(_ index: Int) {
    let (command, problem) = Self.faults[index]
    #expect(Self.table(command).problems().contains(problem))
  }

  @Test func `An example that does not parse is named with the reason`() {
    let problems = Self.table(.sample("do", "Do", example: "support do --wrong")).problems()
    #expect(problems.count == 1 && problems[0].contains("--wrong"))
  }
}
