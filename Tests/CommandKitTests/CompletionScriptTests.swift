import Foundation
import Testing

@testable import CommandKit

/// Each case types a line with a tab into a real shell. A stand-in for the program notes its words
/// and gives the answer that the real one would give; then the completed line runs, and the words
/// that the stand-in gets show what the shell made of the answer.
@Suite struct CompletionScriptTests {
  static let typed: [(String, [String])] = [
    (#"ti\#t"#, ["ticket"]),
    (#"ticket list status:o\#t"#, ["ticket", "list", "status:open"]),
    (#"ticket assign --team No\#t"#, ["ticket", "assign", "--team", "No power"]),
    (#"ticket assign --team No\ p\#t"#, ["ticket", "assign", "--team", "No power"]),
    (#"ticket assign --team "No p\#t"#, ["ticket", "assign", "--team", "No power"]),
    (#"ticket assign --team=No\#t"#, ["ticket", "assign", "--team=No power"]),
    (#"ticket list --json=id,s\#t"#, ["ticket", "list", "--json=id,status"]),
    (#"--as an\#t"#, ["--as", "ana"]),
    (#"ticket reply k7q -F ans\#t"#, ["ticket", "reply", "k7q", "-F", "answer one.md"]),
    (#"ticket reply --file=ans\#t"#, ["ticket", "reply", "--file=answer one.md"]),
    (#"ticket reply -Fans\#t"#, ["ticket", "reply", "-Fanswer one.md"]),
    (#"init sub\#tx"#, ["init", "subfolder/x"]),
    (#"ticket list ta\#tx"#, ["ticket", "list", "tag:x"]),
  ]

  @Test(Subprocess.has("bash", "script"), Subprocess.isOnLinux, arguments: typed)
  func `Bash completes`(_ line: String, _ words: [String]) throws {
    #expect(try Self.type(line, into: .bash, setup: "source ./completion") == words)
  }

  @Test(Subprocess.has("zsh", "script"), Subprocess.isOnLinux, arguments: typed)
  func `Zsh completes`(_ line: String, _ words: [String]) throws {
    let setup = "autoload -Uz compinit; compinit -u -D; source ./completion"
    #expect(try Self.type(line, into: .zsh, setup: setup) == words)
  }

  static let asked: [(String, [String])] = [
    ("ti", ["ticket\tWhat people ask for"]),
    ("ticket list status:o", ["status:open"]),
    (#"ticket assign --team=No\ p"#, ["--team=No power"]),
    ("ticket list --json=id,s", ["--json=id,status"]),
    ("ticket show k", ["k7q\ta ticket", "k8m\ta ticket"]),
    ("ticket reply -F ans", ["answer one.md"]),
    ("ticket reply --file=ans", ["--file=answer one.md"]),
    ("init sub", ["subfolder/"]),
  ]

  @Test(Subprocess.has("fish"), arguments: asked)
  func `Fish completes`(_ line: String, _ candidates: [String]) throws {
    let output = try Subprocess.withFolder { folder in
      try Self.prepare(folder, for: .fish, line: line)
      return try Subprocess.run(
        "fish", ["-N", "-c", "source ./completion; complete -C \"support \(line)\""], in: folder,
        environment: Self.environment(folder))
    }
    let lines = output.split(separator: "\n").map { $0.hasSuffix("\t") ? $0.dropLast() : $0 }
    #expect(lines.map(String.init).sorted() == candidates.sorted())
  }

  @Test func `A script names no command`() {
    for shell in CompletionShell.allCases {
      let script = CompletionScript.script(for: shell, program: "help-desk")
      #expect(!script.contains("ticket") && script.contains("help-desk __complete \(shell) --"))
    }
  }
}

extension CompletionScriptTests {
  /// The words of the line that runs in the end.
  private static func type(
    _ line: String, into shell: CompletionShell, setup: String
  ) throws -> [String] {
    try Subprocess.withFolder { folder in
      try prepare(folder, for: shell, line: line)
      let interactive = shell == .bash ? "bash --norc --noprofile -i" : "zsh -f -i"
      let input = "\(setup)\nsupport \(line)\nexit\n"
      _ = try Subprocess.run(
        "script", ["-qec", interactive, "/dev/null"], input: input, in: folder,
        environment: environment(folder))
      let log = try String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)
      return log.split(separator: "\u{1E}").last.map { record in
        record.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast()
          .map(String.init)
      } ?? []
    }
  }

  private static func environment(_ folder: URL) -> [String: String] {
    [
      "PATH": "\(folder.path):/usr/bin:/bin", "HOME": folder.path, "TERM": "dumb",
      "INPUTRC": "/dev/null", "PS1": "$ ",
    ]
  }

  private static func prepare(
    _ folder: URL, for shell: CompletionShell, line: String
  ) throws {
    let before = line.split(separator: "\t").first.map(String.init) ?? line
    try write(
      CompletionReply(Sample.table).text(
        for: shell, words: request(shell, before), live: CompleterTests.live),
      to: ".reply", in: folder)
    try write(CompletionScript.script(for: shell, program: "support"), to: "completion", in: folder)
    try write("", to: "answer one.md", in: folder)
    let subfolder = folder.appendingPathComponent("subfolder")
    try FileManager.default.createDirectory(at: subfolder, withIntermediateDirectories: false)
    let program = """
      #!/bin/sh
      if [ "$1" = __complete ]; then cat '\(folder.path)/.reply'; exit; fi
      { printf '%s\\037' "$@"; printf '\\036'; } >> '\(folder.path)/log'
      """
    try write(program, to: "support", in: folder)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.appendingPathComponent("support").path)
  }

  /// What the script of a shell asks the program for a line.
  private static func request(_ shell: CompletionShell, _ line: String) -> [String] {
    guard shell == .bash else {
      var reader = ShellReader(line)
      var words: [String] = []
      while let word = reader.word(endsAt: \.isWhitespace) { words.append(word) }
      return words
    }
    let quote = line.lastIndex { "\"'".contains($0) }
    let start = line.lastIndex { " =:".contains($0) }.map(line.index(after:)) ?? line.startIndex
    let escaped = line.contains(#"\ "#) ? line.range(of: "No")?.lowerBound : nil
    let text = line[(quote.map(line.index(after:)) ?? escaped ?? start)...]
    return ["support " + line, String(text)]
  }

  private static func write(_ text: String, to name: String, in folder: URL) throws {
    try text.write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }
}
