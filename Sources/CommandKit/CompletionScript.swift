/// The shells that completion is written for.
package enum CompletionShell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// Scripts that hold no command names: they ask the program what fits, with its hidden command
/// `__complete SHELL -- WORD...`, and hand the answer to their shell (see `CompletionReply`).
package enum CompletionScript {
  /// The whole script for a program that is found on the `PATH`.
  package static func script(for shell: CompletionShell, program: String) -> String {
    switch shell {
    case .bash: bash(program: program)
    case .zsh: zsh(program: program)
    case .fish: fish(program: program)
    }
  }

  /// Where people's shells look for the script: a file name.
  package static func fileName(for shell: CompletionShell, program: String) -> String {
    switch shell {
    case .bash: "\(program).bash"
    case .zsh: "_\(program)"
    case .fish: "\(program).fish"
    }
  }

  /// A function name for a program's name: shells take no hyphen everywhere.
  static func function(_ program: String) -> String {
    "_" + String(program.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
