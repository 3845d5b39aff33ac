extension WordEnding {
  /// A light stemmer for Dutch: plurals, diminutives, inflected adjectives, and the spelling that goes
  /// with them, after the inflections that Kraaij and Pohlmann list ("Porter's stemming algorithm for
  /// Dutch", 1994): `boeken`, `boekje` and `boek` meet, and so do `huizen`, `huisje` and `huis`.
  mutating func stemDutch() {
    if ends("heden", least: 7) { replace(5, by: "heid") }
    cutDutchDiminutive()
    if ends("en", least: 5), !isVowel(at: 3) {
      cut(2)
      mendDutchStem()
    } else if ends("s", least: 4), !isVowel(at: 2), !has("s", at: 2) {
      cut(1)
    } else if ends("e", least: 4), !isVowel(at: 2) {
      cut(1)
      mendDutchStem()
    }
    shortenDutchVowel()
  }

  private mutating func cutDutchDiminutive() {
    if ends("jes", least: 6) { cut(1) }
    guard ends("je", least: 5) else { return }
    let isLong = ends("etje", least: 7) && !isVowel(at: 5) && has("lmnr", at: 5)
    if isLong {
      cut(4)
      mendDutchStem()
    } else if ends("pje", least: 6), has("m", at: 4) {
      cut(3)
    } else if ends("tje", least: 6),
      isVowel(at: 4) || isVowel(at: 5) && isVowel(at: 6) && has("lnw", at: 4)
    {
      cut(3)
    } else {
      cut(2)
    }
  }

  /// A consonant that was doubled, or spoken differently, before an ending: `katten`, `huizen`.
  private mutating func mendDutchStem() {
    if has("bdfgklmnprst", at: 1), count > 2, has("bdfgklmnprst", at: 2),
      letters[count - 1] == letters[count - 2]
    {
      cut(1)
    } else if ends("v") {
      replace(1, by: "f")
    } else if ends("z") {
      replace(1, by: "s")
    }
  }

  /// A vowel that is written twice in `maan` stands once in `manen`.
  private mutating func shortenDutchVowel() {
    guard count > 3, has("aeou", at: 2), !isVowel(at: 1),
      letters[count - 2] == letters[count - 3], !isVowel(at: 4)
    else { return }
    remove(at: 2)
  }
}
