/// A language whose endings are known. What is written in any other is indexed as it stands, or, in
/// an alphabet without accents, as if it were English.
package enum Language: UInt8, CaseIterable, Sendable {
  case english, german, french, spanish, italian, portuguese, dutch

  /// The language of a tag such as `de`, `pt-BR` or `fr_CA` (BCP 47), where it is one of these.
  package init?(tag: String) {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    guard let language = Self.allCases.first(where: { $0.code == primary }) else { return nil }
    self = language
  }

  /// ISO 639-1.
  package var code: String {
    switch self {
    case .english: "en"
    case .german: "de"
    case .french: "fr"
    case .spanish: "es"
    case .italian: "it"
    case .portuguese: "pt"
    case .dutch: "nl"
    }
  }

  /// The form under which a folded word is indexed: the stem of a plain word, a code as it is.
  func stem(of word: String) -> String {
    guard word.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x27 }) else { return word }
    if self == .english { return EnglishStemmer.stem(word) }
    var ending = WordEnding(word)
    switch self {
    case .english: break
    case .german: ending.stemGerman()
    case .french: ending.stemFrench()
    case .spanish: ending.stemSpanish()
    case .italian: ending.stemItalian()
    case .portuguese: ending.stemPortuguese()
    case .dutch: ending.stemDutch()
    }
    return ending.text
  }
}

/// Some languages.
package struct LanguageSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package init(_ language: Language) { rawValue = 1 << language.rawValue }

  static let english = LanguageSet(.english)
  static let all = LanguageSet(rawValue: 1 << UInt8(Language.allCases.count) - 1)

  func contains(_ language: Language) -> Bool { contains(LanguageSet(language)) }

  /// The different stems that a folded word has in these languages.
  func stems(of word: String) -> [String] {
    var stems: [String] = []
    for language in members {
      let stem = language.stem(of: word)
      if !stems.contains(stem) { stems.append(stem) }
    }
    return stems
  }
}

extension LanguageSet {
  /// Goes through the languages of a set.
  struct Members: Sequence, IteratorProtocol {
    fileprivate var rest: UInt8

    mutating func next() -> Language? {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return Language(rawValue: UInt8(rest.trailingZeroBitCount))
    }
  }

  var members: Members { Members(rest: rawValue & Self.all.rawValue) }
}
