/// Words of a shell line, read without any expansion.
package enum ShellWords {
  /// Splits at unquoted white space; quotes and backslashes work as in a POSIX shell. Nil where a
  /// quote does not close or the text ends in a backslash.
  package static func split(_ text: String) -> [String]? {
    var reader = ShellReader(text)
    var words: [String] = []
    while let word = reader.word(endsAt: \.isWhitespace) { words.append(word) }
    return reader.isBroken ? nil : words
  }

  /// The text that a raw, perhaps unfinished word stands for: `'foo b` is `foo b`.
  package static func unquote(_ raw: String) -> String {
    var reader = ShellReader(raw)
    return reader.word(endsAt: { _ in false }) ?? ""
  }
}

/// Reads one shell word after another.
struct ShellReader {
  private var rest: Substring
  /// Whether the text ended inside a quote or after a backslash.
  private(set) var isBroken = false
  /// The quote that the text ended inside of.
  private(set) var openQuote: Character?

  init(_ text: String) { rest = text[...] }

  var next: Character? { rest.first }

  func starts(with text: String) -> Bool { rest.hasPrefix(text) }

  mutating func skip(_ count: Int) { rest = rest.dropFirst(count) }

  mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  /// The next word, or nil where none begins here.
  mutating func word(endsAt isEnd: (Character) -> Bool) -> String? {
    skipSpace()
    var word: String?
    while let character = rest.first, !isEnd(character) {
      rest.removeFirst()
      word = (word ?? "") + piece(startingWith: character)
    }
    return word
  }

  private mutating func piece(startingWith character: Character) -> String {
    switch character {
    case "'": return singleQuoted()
    case "\"": return doubleQuoted()
    case "\\": return escaped()
    case "$" where rest.first == "(": return "$" + substitution()
    default: return String(character)
    }
  }

  private mutating func escaped() -> String {
    guard let character = rest.popFirst() else {
      isBroken = true
      return ""
    }
    return character == "\n" ? "" : String(character)
  }

  private mutating func singleQuoted() -> String {
    let text = rest.prefix { $0 != "'" }
    rest = rest.dropFirst(text.count)
    if rest.popFirst() == nil { breakOff(in: "'") }
    return String(text)
  }

  private mutating func doubleQuoted() -> String {
    var text = ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\" where rest.first.map { "\"\\$`\n".contains($0) } ?? false: text += escaped()
      case "$" where rest.first == "(": text += "$" + substitution()
      default: text.append(character)
      }
    }
    breakOff(in: "\"")
    return text
  }

  private mutating func breakOff(in quote: Character) {
    isBroken = true
    openQuote = quote
  }

  /// A balanced `(...)`, kept as it stands with its quotes.
  private mutating func substitution() -> String {
    var depth = 0
    var text = ""
    while let character = rest.popFirst() {
      text.append(character)
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return text }
    }
    isBroken = true
    return text
  }
}
