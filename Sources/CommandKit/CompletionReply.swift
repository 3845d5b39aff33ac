/// The program's answer to a completion script: a line with the kind and a prefix, then a line for
/// each candidate, its fields parted by a tab.
///
///     candidates →
///     k7q →No power in room 4
///     k8m →Cannot log in
///
/// Zsh and fish send words and get words; bash sends its raw line and the text that readline is
/// about to replace, and gets replacements for that text, quoted.
package struct CompletionReply<Context: CommandContext> {
  private let completer: Completer<Context>

  package init(_ table: CommandTable<Context>) {
    completer = Completer(table)
  }

  /// The whole answer to the words after `__complete SHELL --`, line feeds included.
  package func text(
    for shell: CompletionShell, words: [String], live: (LiveRequest) -> [Candidate]
  ) -> String {
    switch shell {
    case .zsh:
      return text(completer.suggest(words: words, live: live)) { $0 }
    case .fish:
      let current = ShellWords.unquote(words.last ?? "")
      return text(completer.suggest(words: words.dropLast() + [current], live: live)) { $0 }
    case .bash:
      let line = BashLine(words.first ?? "", replacing: words.dropFirst().first ?? "")
      return text(completer.suggest(words: line.words, live: live), line.replacement)
    }
  }

  private func text(_ suggestions: Suggestions, _ spell: (String) -> String) -> String {
    switch suggestions {
    case .files(let prefix): return "files\t\(prefix)\n"
    case .directories(let prefix): return "directories\t\(prefix)\n"
    case .candidates(let candidates):
      let fitting = candidates.filter { !$0.value.contains { $0.isNewline || $0 == "\t" } }
      return "candidates\t\n"
        + fitting.map { "\(spell($0.value))\t\(oneLine($0.description))\n" }.joined()
    }
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.unicodeScalars.first.map { $0.value < 0x20 } ?? false ? " " : $0 })
  }
}

/// A bash command line up to the cursor, with the piece of it that readline will replace.
struct BashLine {
  /// The words after the program's name, the last being completed.
  let words: [String]
  /// How many characters of the last word stand before the text to be replaced.
  private let kept: Int
  private let openQuote: Character?

  init(_ line: String, replacing text: String) {
    var reader = ShellReader(line)
    var words: [String] = []
    while let word = reader.word(endsAt: \.isWhitespace) { words.append(word) }
    let endsInSpace = line.last?.isWhitespace ?? true
    openQuote = reader.openQuote
    if words.count < 2 || endsInSpace && !reader.isBroken { words.append("") }
    self.words = Array(words.dropFirst())
    let replaced = openQuote == nil ? ShellWords.unquote(text) : text
    kept = max(0, (self.words.last ?? "").count - replaced.count)
  }

  /// What readline should put in place of its text.
  func replacement(_ value: String) -> String {
    let text = value.dropFirst(kept)
    switch openQuote {
    case "'": return String(text)
    case "\"": return escaped(text) { "\"\\$`".contains($0) }
    default:
      return escaped(text) { $0.isWhitespace || "\"'\\$`&|;<>()*?[]{}!#~".contains($0) }
    }
  }

  private func escaped(_ text: Substring, where isSpecial: (Character) -> Bool) -> String {
    text.map { isSpecial($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
