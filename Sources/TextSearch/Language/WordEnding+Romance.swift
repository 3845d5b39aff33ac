extension WordEnding {
  /// The light stemmer for Spanish (Savoy, "Report on CLEF-2001 experiments"): plurals and the last
  /// vowel.
  mutating func stemSpanish() {
    guard count >= 5 else { return }
    if has("aeo", at: 1) {
      cut(1)
    } else if ends("eses") {
      cut(2)
    } else if ends("ces") {
      replace(3, by: "z")
    } else if ends("s"), has("aeo", at: 2) {
      cut(2)
    }
  }

  /// The light stemmer for Italian (Savoy, "Report on CLEF-2001 experiments"): the last vowel, which
  /// marks number and gender, and an `i` or `h` that stands before it.
  mutating func stemItalian() {
    cutArticle()
    guard count >= 6 else { return }
    if has("ei", at: 1) {
      cut(has("ih", at: 2) ? 2 : 1)
    } else if has("ao", at: 1) {
      cut(has("i", at: 2) ? 2 : 1)
    }
  }

  /// The light stemmer for Portuguese (Savoy 2006): plurals, adverbs, feminines and the last vowel.
  mutating func stemPortuguese() {
    guard count >= 4 else { return }
    cutPortugueseSuffix()
    if ends("a", least: 4) { makeMasculine() }
    if count > 4, has("aeo", at: 1) { cut(1) }
  }

  private mutating func cutPortugueseSuffix() {
    if ends("es", least: 5), has("rslz", at: 3) {
      cut(2)
    } else if ends("ns", least: 4) {
      replace(2, by: "m")
    } else if ends("eis", least: 5) {
      replace(2, by: "l")
    } else if ends("ais", least: 5) || ends("ois", least: 5) {
      replace(2, by: "l")
    } else if ends("is", least: 5) {
      replace(1, by: "l")
    } else if ends("oes", least: 4) || ends("aes", least: 4) {
      replace(3, by: "ao")
    } else if ends("mente", least: 7) {
      cut(5)
    } else if ends("s", least: 4) {
      cut(1)
    }
  }

  private mutating func makeMasculine() {
    if count > 7, ends("inha") || ends("iaca") || ends("eira") { return replace(1, by: "o") }
    guard count > 6 else { return }
    let endings: [StaticString] = ["osa", "ica", "ida", "ada", "iva", "ama"]
    if endings.contains(where: { ends($0) }) {
      replace(1, by: "o")
    } else if ends("ona") {
      replace(3, by: "ao")
    } else if ends("ora") || ends("esa") {
      cut(1)
    } else if ends("na") {
      replace(1, by: "o")
    }
  }
}
