import CommandKit
import SupportModel

private let shell = Argument.choice(
  "SHELL", "The shell", of: CompletionShell.allCases.map(\.rawValue))
private let words = Argument.any("WORD", "The words so far, the last being completed")

/// Completion: the scripts, and what they ask.
extension Command where Context == Session {
  static var completion: Command {
    Command(
      "completion", "Print the completion script of a shell", needs: .nothing,
      arguments: [shell],
      details: """
        Put it where the shell looks for such scripts:

          support completion bash > ~/.local/share/bash-completion/completions/support
          support completion zsh > ~/.zfunc/_support
          support completion fish > ~/.config/fish/completions/support.fish
        """,
      examples: ["support completion bash"]
    ) { call, session in
      guard let shell = CompletionShell(rawValue: call[shell]) else { return }
      let script = CompletionScript.script(for: shell, program: "support")
      let record = JSONObject([
        ("shell", .string(shell.rawValue)), ("script", .string(script)),
      ])
      try session.output.show(record) { script }
    }
  }

  /// What the completion scripts ask: the words of an unfinished command line.
  static var complete: Command {
    Command(
      "__complete", "Say what could stand at the cursor", needs: .nothing,
      arguments: [shell, words],
      examples: ["support __complete bash -- 'support ticket '"], isHidden: true
    ) { call, session in
      guard let shell = CompletionShell(rawValue: call[shell]) else { return }
      let reply = CompletionReply(CommandTable.support)
        .text(for: shell, words: call[words]) { LiveLists(session).candidates($0) }
      try session.output.write(reply)
    }
  }
}
