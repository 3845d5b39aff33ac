/// A shell line taken apart into the simple commands it runs, well enough to check examples.
///
///     support ticket list tag:spam | support ticket close -   →   two commands
///     id=$(support ticket new -s 'No power')                  →   the one inside
enum ShellLine {
  /// The words of every simple command, redirections, assignments and comments left out; nil where
  /// a quote does not close.
  static func commands(in line: String) -> [[String]]? {
    var reader = ShellReader(line)
    var commands: [[String]] = [[]]
    var skipsWord = false
    while true {
      reader.skipSpace()
      guard let next = reader.next, next != "#" else { break }
      if "<>".contains(next) {
        reader.skipRedirection()
        skipsWord = true
      } else if "|&;()".contains(next) {
        reader.skip(1)
        commands.append([])
      } else if let word = reader.word(endsAt: { $0.isWhitespace || "|&;<>()".contains($0) }) {
        guard let inner = nested(in: word) else { return nil }
        commands.insert(contentsOf: inner, at: commands.count - 1)
        let isDescriptor = word.allSatisfy(\.isNumber) && reader.next.map("<>".contains) ?? false
        if !skipsWord, !isDescriptor { commands[commands.count - 1].append(word) }
        skipsWord = false
      }
    }
    return reader.isBroken ? nil : commands.map(withoutAssignments).filter { !$0.isEmpty }
  }

  private static func withoutAssignments(_ words: [String]) -> [String] {
    Array(words.drop { $0.first.map { $0.isLetter || $0 == "_" } ?? false && $0.contains("=") })
  }

  /// The commands inside every `$(...)` of a word.
  private static func nested(in word: String) -> [[String]]? {
    var found: [[String]] = []
    var rest = word[...]
    while let start = rest.firstIndex(of: "$") {
      rest = rest[start...].dropFirst()
      guard rest.first == "(" else { continue }
      let inside = balanced(rest.dropFirst())
      guard let commands = commands(in: String(inside)) else { return nil }
      found += commands
      rest = rest.dropFirst(inside.count + 2)
    }
    return found
  }

  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    return text.prefix {
      if $0 == "(" { depth += 1 }
      if $0 == ")" { depth -= 1 }
      return depth > 0
    }
  }
}

extension ShellReader {
  /// Skips `<`, `>`, `>>`, `<<<`, `>&` and the like.
  fileprivate mutating func skipRedirection() {
    while let character = next, "<>&|".contains(character) { skip(1) }
  }
}
