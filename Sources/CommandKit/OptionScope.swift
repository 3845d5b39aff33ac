/// The options that are known at one place of a command line.
struct OptionScope {
  let options: [ParameterShape]
  /// Whether words such as `-tag:vip` are arguments here.
  var takesDashWords = false

  func long(_ name: some StringProtocol) -> ParameterShape? {
    options.first { $0.name == name }
  }

  func short(_ letter: Character) -> ParameterShape? {
    options.first { $0.short == letter }
  }

  /// The spelled-out options that `spelling` may have meant.
  func nearest(to spelling: String) -> [String] {
    if spelling.hasPrefix("--") {
      let name = String(spelling.dropFirst(2))
      return nearestNames(to: name, among: options.map(\.name)).map { "--\($0)" }
    }
    let letter = spelling.dropFirst().lowercased()
    let letters = options.compactMap(\.short).filter { $0.lowercased() == letter }
    return letters.map { "-\($0)" }
  }

  /// Whether a word with one leading dash is a negated word and no bundle of options.
  func isDashWord(_ word: String) -> Bool {
    guard takesDashWords, let first = word.dropFirst().first else { return false }
    if "\"'(".contains(first) { return true }
    // A dash and one letter is an option, if a mistyped one.
    guard word.count > 2 else { return false }
    return !isBundle(word.dropFirst())
  }

  private func isBundle(_ letters: Substring) -> Bool {
    var rest = letters
    while let letter = rest.popFirst(), letter != ":" {
      guard let option = short(letter) else { return false }
      if option.valueUse == .required { return option.accepted.allows(String(rest)) }
    }
    return true
  }
}
