/// Which words of a text say nothing of what it is about: those that its language needs for any
/// sentence, those of courtesy and of idle talk, the names of people, single letters and short numbers.
struct Dullness {
  private let language: Language?
  private let names: Set<String>

  init(_ words: some Sequence<Word>, _ names: [String]) {
    language = Language(of: words)
    self.names = Set(names.flatMap { WordSplitter.words(in: $0).map(\.text) })
  }

  func contains(_ word: Word) -> Bool {
    if word.isWhole { return names.contains(word.text) }
    let text = word.text
    return isShort(text) || StopWords.contains(text) || Self.idle.contains(text)
      || names.contains(text) || isFunctionWord(text)
  }

  private func isFunctionWord(_ word: String) -> Bool {
    guard let language else { return false }
    return FunctionWords.votes(for: word).counts[Int(language.rawValue)] > 0
  }

  /// A letter of a script without spaces is a word; one of any other is none.
  private func isShort(_ word: String) -> Bool {
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return word.utf8.count < 3 }
    return word.utf8.count == 1
  }

  /// All such words of some languages.
  static func words(of languages: LanguageSet) -> [String] {
    StopWords.all + idle + languages.members.flatMap { FunctionWords.words(of: $0) }
  }

  /// What people say to be polite, in the languages that are known, and words of English that go with
  /// any other.
  private static let idle = Set(
    """
    hello hi hey dear thanks thank thx please pls regards sincerely cheers best kind greetings team \
    support help want wanted need needed like know get gets got getting still say says said see ask \
    go goes going come comes make makes put use used using try tried one two three new old day days \
    thing things something anything everything nothing someone somebody every even much many \
    since yet maybe really just however hallo liebe lieber guten tag danke dank \
    bitte grusse gruss freundlichen vielen hilfe bonjour merci cordialement salutations madame \
    monsieur aide hola gracias saludos ayuda ciao salve grazie saluti cordiali aiuto ola obrigado \
    obrigada cumprimentos ajuda hoi groeten vriendelijke bedankt alvast hulp
    """.split(separator: " ").map(String.init))
}

extension Language {
  /// The language that some texts are in, as far as their words tell it.
  package init?(of texts: [String]) {
    self.init(of: texts.lazy.flatMap { WordSplitter.words(in: $0) })
  }

  fileprivate init?(of words: some Sequence<Word>) {
    var votes = SIMD8<UInt32>()
    for word in words { votes &+= FunctionWords.votes(for: word.text).counts }
    guard let language = FunctionWords.language(by: votes) else { return nil }
    self = language
  }
}

extension FunctionWords {
  fileprivate static func votes(for word: String) -> Votes {
    var word = word
    return word.withUTF8 { votes(for: $0) }
  }
}
