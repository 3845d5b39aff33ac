import Testing

@testable import CommandKit

@Suite struct FallbackTests {
  private static let name = Argument.one("NAME", "The view", completes: .live("view"))

  private static func table(fallback: String?) -> CommandTable<Desk> {
    CommandTable(
      program: "support", summary: "s", version: "1", common: [Sample.nul],
      groups: [
        CommandGroup(
          "view", "Lists with a name", fallback: fallback,
          commands: [
            .sample(
              "run", "List one", arguments: [name, Sample.filter], options: [Sample.count],
              example: "support view run urgent"),
            .sample("remove", "Remove one", arguments: [name], example: "support view remove a"),
          ])
      ])
  }

  private func parsed(_ words: String...) throws -> (path: [String], call: Call)? {
    guard case .run(_, let path, let call) = try Self.table(fallback: "run").parse(words) else {
      return nil
    }
    return (path, call)
  }

  @Test func `A word that is no verb is the first word of the verb that is meant`() throws {
    let found = try #require(try parsed("view", "urgent", "-tag:vip", "-n", "3", "late"))
    #expect(found.path == ["view", "run"])
    #expect(found.call[Self.name] == "urgent")
    #expect(found.call[Sample.filter] == ["-tag:vip", "late"])
    #expect(found.call[Sample.count] == 3)
  }

  @Test func `A verb is a verb, and no word at all is an error`() throws {
    #expect(try parsed("view", "remove", "run")?.path == ["view", "remove"])
    #expect(throws: UsageError.missingVerb(noun: "view", verbs: ["run", "remove"])) {
      try parsed("view")
    }
  }

  @Test func `Verbs and the words of the verb that is meant are suggested together`() {
    func suggested(_ words: String...) -> [String] {
      let found = Completer(Self.table(fallback: "run")).suggest(words: words) { request in
        request.list == "view" ? [Candidate("ready"), Candidate("urgent")] : [Candidate("tag:")]
      }
      guard case .candidates(let candidates) = found else { return [] }
      return candidates.map(\.value)
    }
    #expect(suggested("view", "") == ["run", "remove", "ready", "urgent"])
    #expect(suggested("view", "r") == ["run", "remove", "ready"])
    #expect(suggested("view", "urgent", "") == ["tag:"])
    #expect(suggested("view", "urgent", "--li") == ["--limit"])
  }

  @Test func `A verb to fall back on has to be there`() {
    #expect(Self.table(fallback: "run").problems() == [])
    #expect(Self.table(fallback: "open").problems() == ["view: no verb open to fall back on"])
  }
}
