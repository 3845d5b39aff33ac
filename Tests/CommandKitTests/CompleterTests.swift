import CommandKit
import Testing

@Suite struct CompleterTests {
  /// Lists that a desk might hold.
  static func live(_ request: LiveRequest) -> [Candidate] {
    switch request.list {
    case "ticket": ["k7q", "k8m", "m2x"].map { Candidate($0, "a ticket") }
    case "agent": ["ana", "bob"].map { Candidate($0) }
    case "team": ["No power", "billing"].map { Candidate($0) }
    case "filter": ["status:", "status:open", "tag:"].map { Candidate($0) }
    case "field": ["id", "status"].map { Candidate($0) }
    case "command" where "mine".hasPrefix(request.prefix): [Candidate("mine", "An alias")]
    default: []
    }
  }

  static let cases: [([String], [String])] = [
    ([""], ["init", "help", "completion", "ticket", "kb", "mine"]),
    (["ti"], ["ticket"]), (["-C", "x", "k"], ["kb"]), (["ticket", "a"], ["assign"]),
    (["ticket", "close", "k"], ["k7q", "k8m"]), (["ticket", "close", "k7q", "m"], ["m2x"]),
    (["ticket", "show", "k7q", ""], []),
    (["ticket", "assign", "k7q", ""], ["k7q", "k8m", "m2x", "ana", "bob"]),
    (["ticket", "assign", "--auto", "k7q", ""], ["k7q", "k8m", "m2x"]),
    (["ticket", "list", "--so"], ["--sort"]),
    (["ticket", "list", "--sort", ""], ["created", "priority"]),
    (["ticket", "list", "--sort=pr"], ["--sort=priority"]),
    (["ticket", "list", "-so"], ["-sopen"]),
    (["ticket", "list", "-qs"], ["-qs"]),
    (["ticket", "list", "--quiet", "--qu"], []),
    (["ticket", "list", "-sopen", "--stat"], ["--status"]),
    (["ticket", "list", "status:o"], ["status:open"]), (["ticket", "list", "-ta"], ["-tag:"]),
    (["ticket", "list", "--json=id,s"], ["--json=id,status"]),
    (["ticket", "list", "--json", "ta"], ["tag:"]),
    (["ticket", "assign", "--team=No"], ["--team=No power"]), (["--as", "a"], ["ana"]),
    (["ticket", "list", "--", "-"], []), (["help", "exit"], ["exit-codes"]),
    (["help", "kb", ""], ["search"]),
    (["completion", "z"], ["zsh"]), (["nonsense", ""], []), (["ticket", "nonsense", ""], []),
    (["ticket", "close", "-m", "k"], []), (["--vers"], ["--version"]),
  ]

  @Test(arguments: cases)
  func `What could stand at the cursor is suggested`(_ words: [String], _ values: [String]) {
    let suggestions = Completer(Sample.table).suggest(words: words, live: Self.live)
    guard case .candidates(let candidates) = suggestions else {
      Issue.record("suggested \(suggestions)")
      return
    }
    #expect(candidates.map(\.value) == values)
  }

  static let paths: [([String], Suggestions)] = [
    (["ticket", "reply", "-F", ""], .files(prefix: "")),
    (["ticket", "reply", "-Fx"], .files(prefix: "-F")),
    (["ticket", "reply", "--file=x"], .files(prefix: "--file=")),
    (["init", ""], .directories(prefix: "")), (["-C", ""], .directories(prefix: "")),
    (["ticket", "list", "-zC"], .candidates([Candidate("-zC", "End records with NUL")])),
  ]

  @Test(arguments: paths)
  func `Paths are left to the shell`(_ words: [String], _ suggestions: Suggestions) {
    #expect(Completer(Sample.table).suggest(words: words, live: Self.live) == suggestions)
  }

  @Test func `A live list knows what was given before`() {
    var asked: [LiveRequest] = []
    _ = Completer(Sample.table).suggest(words: ["-C", "desk", "ticket", "show", "k"]) {
      asked.append($0)
      return []
    }
    #expect(asked.map(\.list) == ["ticket"] && asked.map(\.prefix) == ["k"])
    #expect(asked.first?.call[Sample.directory] == "desk")
  }

  static let bash: [(String, String, String)] = [
    ("support ticket list --team=No\\ p", #"No\ p"#, #"No\ power"#),
    ("support ticket list status:o", "o", "open"),
    ("support ticket assign --team \"No", "No", "No power"),
    ("support ticket assign --team='No", "No", "No power"), ("support --as=a", "a", "ana"),
  ]

  @Test func `Bash gets what readline should put in place of its text`() {
    for (line, text, expected) in Self.bash {
      let line = line.replacing("list --team", with: "assign --team")
      let reply = CompletionReply(Sample.table).text(
        for: .bash, words: [line, text], live: Self.live)
      #expect(reply == "candidates\t\n\(expected)\t\n", "\(line)")
    }
  }
}
