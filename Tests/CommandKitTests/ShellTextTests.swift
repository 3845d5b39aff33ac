import Testing

@testable import CommandKit

@Suite struct ShellTextTests {
  static let splits: [(String, [String]?)] = [
    ("", []), ("  a  b ", ["a", "b"]), ("'a b' c", ["a b", "c"]),
    (#""a \" \$ \x" b"#, [#"a " $ \x"#, "b"]),
    (#"a\ b"#, ["a b"]), ("a''b ''", ["ab", ""]), ("'open", nil), ("\"open", nil), ("end\\", nil),
    ("it's", nil), (#"'it'\''s'"#, ["it's"]), ("$HOME `x`", ["$HOME", "`x`"]),
  ]

  @Test(arguments: splits)
  func `Words are split as a shell splits them`(_ text: String, _ words: [String]?) {
    #expect(ShellWords.split(text) == words)
  }

  static let lines: [(String, [[String]]?)] = [
    ("a b | c > out.txt", [["a", "b"], ["c"]]),
    ("a 2>/dev/null && b <in --x; c", [["a"], ["b", "--x"], ["c"]]),
    ("id=$(a 'x y') && b \"$id\"", [["a", "x y"], ["b", "$id"]]),
    ("a \"$(b c)\" d", [["b", "c"], ["a", "$(b c)", "d"]]),
    ("A=1 a b # not this | c", [["a", "b"]]), ("a 'x | y'", [["a", "x | y"]]),
    ("a 'open", nil), ("", []),
  ]

  @Test(arguments: lines)
  func `A line is taken apart into its commands`(_ line: String, _ commands: [[String]]?) {
    #expect(ShellLine.commands(in: line) == commands)
  }

  static let aliases = [
    "mine": "ticket list 'assignee:@me or x'", "m2": "mine -q", "loop": "pool", "pool": "loop",
    "init": "ticket list", "bad": "ticket 'open", "none": "", "self": "self -x",
  ]
  static let expansions: [([String], [String])] = [
    (["mine", "-z"], ["ticket", "list", "assignee:@me or x", "-z"]),
    (["-C", "mine", "m2"], ["-C", "mine", "ticket", "list", "assignee:@me or x", "-q"]),
    (["init"], ["init"]), (["ticket", "mine"], ["ticket", "mine"]), ([], []), (["-q"], ["-q"]),
  ]

  @Test(arguments: expansions)
  func `An alias stands for its words, never for a built-in`(
    _ words: [String], _ expanded: [String]
  ) throws {
    #expect(try Alias.expand(words, aliases: Self.aliases, in: Sample.table) == expanded)
  }

  static let refusals: [(String, UsageError)] = [
    ("loop", .aliasLoop(["loop", "pool", "loop"])), ("self", .aliasLoop(["self", "self"])),
    ("bad", .malformedAlias(name: "bad", text: "ticket 'open")),
    ("none", .malformedAlias(name: "none", text: "")),
  ]

  @Test(arguments: refusals)
  func `Aliases that lead nowhere are refused`(_ word: String, _ error: UsageError) {
    #expect(throws: error) {
      try Alias.expand([word], aliases: Self.aliases, in: Sample.table)
    }
  }
}
