/// Reads command words one token at a time, deciding as POSIX getopt and GNU long options do: the
/// token after an option that takes a value is its value whatever it looks like, `--` ends options,
/// a lone `-` is a word.
struct WordScanner {
  enum Token: Equatable {
    case word(String)
    case option(ParameterShape, value: String?)
    /// The words end where the option's value should stand.
    case missingValue(ParameterShape, spelling: String)
    case unexpectedValue(spelling: String, value: String)
    case unknown(String)
  }

  private let words: [String]
  private var position = 0
  /// The letters of a bundle such as `-qz` that are still to be read.
  private var bundle: Substring = ""
  private(set) var hasEndedOptions = false
  var scope: OptionScope

  init(_ words: [String], scope: OptionScope) {
    self.words = words
    self.scope = scope
  }

  /// The words that were not read yet.
  var rest: [String] { Array(words[position...]) }

  mutating func next() -> Token? {
    if let letter = bundle.popFirst() { return shortOption(letter) }
    guard let word = nextWord() else { return nil }
    if hasEndedOptions || word == "-" || !word.hasPrefix("-") { return .word(word) }
    if word == "--" {
      hasEndedOptions = true
      return nextWord().map { .word($0) }
    }
    if word.hasPrefix("--") { return longOption(word) }
    if scope.isDashWord(word) { return .word(word) }
    bundle = word.dropFirst()
    return next()
  }

  private mutating func nextWord() -> String? {
    guard position < words.count else { return nil }
    defer { position += 1 }
    return words[position]
  }

  private mutating func longOption(_ word: String) -> Token {
    let equals = word.firstIndex(of: "=") ?? word.endIndex
    let spelling = String(word[..<equals])
    let attached = equals == word.endIndex ? nil : String(word[equals...].dropFirst())
    guard let option = scope.long(spelling.dropFirst(2)) else { return .unknown(spelling) }
    switch (option.valueUse, attached) {
    case (.none, let value?): return .unexpectedValue(spelling: spelling, value: value)
    case (.required, nil): return valueFromNextWord(option, spelling: spelling)
    case (_, let value): return .option(option, value: value)
    }
  }

  private mutating func shortOption(_ letter: Character) -> Token {
    let spelling = "-\(letter)"
    guard let option = scope.short(letter) else {
      bundle = ""
      return .unknown(spelling)
    }
    guard option.valueUse == .required else { return .option(option, value: nil) }
    if bundle.isEmpty { return valueFromNextWord(option, spelling: spelling) }
    defer { bundle = "" }
    return .option(option, value: String(bundle))
  }

  private mutating func valueFromNextWord(_ option: ParameterShape, spelling: String) -> Token {
    nextWord().map { .option(option, value: $0) } ?? .missingValue(option, spelling: spelling)
  }
}
