extension WordEnding {
  /// The light stemmer for French (Savoy 2006, as the UniNE tools have it): plurals, feminines, and
  /// the endings of a few frequent families.
  mutating func stemFrench() {
    cutArticle()
    cutFrenchPlural()
    cutFrenchFamily()
    cutFrenchVowels()
  }

  /// `chevaux` becomes `cheval`, `bateaux` becomes `bateau`.
  private mutating func cutFrenchPlural() {
    if ends("x", least: 6), ends("aux"), !has("e", at: 4) {
      replace(2, by: "l")
      return
    }
    if ends("x", least: 4) { cut(1) }
    if ends("s", least: 4) { cut(1) }
  }

  /// An ending, the least letters of a word for it to count, and what takes its place.
  private typealias Family = (ending: StaticString, least: Int, replacement: StaticString)

  private mutating func cutFrenchFamily() {
    if ends("issement", least: 10) { return replace(8, by: "ir") }
    if ends("issant", least: 9) { return replace(6, by: "ir") }
    if ends("ement", least: 7) {
      cut(4)
      if ends("ive", least: 4) { replace(2, by: "f") }
      return
    }
    take(among: Self.agents)
    take(among: Self.feminines)
    take(among: Self.derived)
  }

  /// The first of some endings that the word has.
  private mutating func take(among families: [Family]) {
    for (ending, least, replacement) in families where ends(ending, least: least) {
      return replace(ending.utf8CodeUnitCount, by: replacement)
    }
  }

  /// Who or what does something, after the verb: `modificateur`, `indicatrice`.
  private static var agents: [Family] {
    [
      ("ficatrice", 12, "fier"), ("ficateur", 11, "fier"), ("catrice", 10, "quer"),
      ("cateur", 9, "quer"), ("atrice", 9, "er"), ("ateur", 8, "er"), ("trice", 7, "teur"),
      ("ieme", 6, ""),
    ]
  }

  private static var feminines: [Family] {
    [
      ("teuse", 8, "ter"), ("teur", 7, "ter"), ("euse", 6, "eu"), ("ere", 9, "er"),
      ("ive", 8, "if"), ("folle", 5, "fou"), ("molle", 5, "mou"), ("nnelle", 10, "n"),
      ("nnel", 10, "n"), ("ete", 5, "et"),
    ]
  }

  private static var derived: [Family] {
    [
      ("ique", 9, ""), ("esse", 9, "e"), ("inage", 8, "in"), ("isation", 10, ""),
      ("isateur", 10, ""), ("ation", 9, ""), ("ition", 9, ""),
    ]
  }

  private mutating func cutFrenchVowels() {
    guard count > 4 else { return }
    mergeDoubles()
    if ends("ie", least: 5) { cut(2) }
    if ends("r", least: 5) { cut(1) }
    if ends("e", least: 5) { cut(1) }
    if ends("e", least: 5) { cut(1) }
  }
}
