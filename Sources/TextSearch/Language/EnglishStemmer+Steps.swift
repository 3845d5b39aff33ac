/// The steps of Porter2 in their order; the comment of each gives its number there.
extension EnglishStemmer {
  /// Step 1a: possessives and plurals.
  mutating func cutPlural() {
    if let possessive = ending(among: ["'s'", "'s", "'"]) { cut(possessive) }
    switch ending(among: ["sses", "ied", "ies", "us", "ss", "s"]) {
    case "sses"?: replace("sses", with: "ss")
    case "s"?:
      if stem(before: "s").dropLast().contains(where: isVowel) { cut("s") }
    case let ending? where ending == "ied" || ending == "ies":
      replace(ending, with: word.count > 4 ? "i" : "ie")
    default: break
    }
  }

  /// Step 1b: past tenses, participles and their adverbs.
  mutating func cutPast() {
    guard let ending = ending(among: ["eedly", "ingly", "edly", "eed", "ing", "ed"]) else { return }
    let stem = stem(before: ending)
    switch ending {
    case "eed", "eedly":
      let isKept = ["succ", "proc", "exc"].contains { stem.elementsEqual($0.utf8) }
      if isInR1(ending), !isKept { replace(ending, with: "ee") }
    case "ing" where Self.wordsBeforeIng.contains { stem.elementsEqual($0.utf8) }: break
    case "ing" where stem.count == 2 && stem[1] == UInt8(ascii: "y") && !isVowel(stem[0]):
      replace("ying", with: "ie")
    default:
      guard stem.contains(where: isVowel) else { return }
      cut(ending)
      mendAfterPast()
    }
  }

  /// The rest of step 1b: `hop(ped)` loses a `p`, `hop(ed)` and `luxuriat(ed)` regain an `e`.
  private mutating func mendAfterPast() {
    if ending(among: ["at", "bl", "iz"]) != nil {
      word.append(UInt8(ascii: "e"))
    } else if ending(among: ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"]) != nil {
      let isKept = word.count == 3 && "aeo".utf8.contains(word[0])
      if !isKept { word.removeLast() }
    } else if word.count == r1, endsInShortSyllable(word[...]) {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c: a final `y` after a consonant.
  mutating func replaceFinalY() {
    guard word.count > 2, let last = word.last, last | 0x20 == UInt8(ascii: "y"),
      !isVowel(word[word.count - 2])
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  /// Step 2.
  mutating func replaceDerived() {
    guard let (ending, replacement) = Self.derived.first(where: { ends(with: $0.0) }),
      isInR1(ending)
    else { return }
    switch ending {
    case "li":
      if let last = stem(before: ending).last, "cdeghkmnrt".utf8.contains(last) { cut(ending) }
    case "ogi":
      if ends(with: "logi") { replace(ending, with: replacement) }
    default: replace(ending, with: replacement)
    }
  }

  /// Step 3.
  mutating func replaceDerivedAgain() {
    guard let (ending, replacement) = Self.derivedAgain.first(where: { ends(with: $0.0) }),
      isInR1(ending), ending != "ative" || isInR2(ending)
    else { return }
    replace(ending, with: replacement)
  }

  /// Step 4.
  mutating func cutDerived() {
    guard let ending = ending(among: Self.cutInR2), isInR2(ending) else { return }
    if ending == "ion", !ends(with: "sion"), !ends(with: "tion") { return }
    cut(ending)
  }

  /// Step 5.
  mutating func cutFinalEOrL() {
    if ends(with: "e") {
      if isInR2("e") || isInR1("e") && !endsInShortSyllable(stem(before: "e")) { cut("e") }
    } else if ends(with: "ll"), isInR2("l") {
      cut("l")
    }
  }

  private static let wordsBeforeIng = ["even", "cann", "inn", "earr", "herr", "out"]

  private static let derived = [
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("iveness", "ive"),
    ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
    ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
    ("iviti", "ive"), ("ogist", "og"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"),
    ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
    ("ogi", "og"), ("li", ""),
  ]

  private static let derivedAgain = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"),
    ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  private static let cutInR2 = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti",
    "ive", "ize", "ous", "al", "er", "ic",
  ]
}
