/// Cuts the endings of English words, so that `connection` and `connected` meet in `connect`.
///
/// This is Porter2, the English stemmer of the Snowball project (snowballstem.org), as of its
/// release 3.1: with the exceptions that it added since Porter's page (`past`, `emerg`, `ogist`).
package struct EnglishStemmer {
  /// The word so far; a `y` that is a consonant is written `Y`.
  var word: [UInt8]
  /// Where the region R1 begins, after the first consonant that follows a vowel.
  var r1 = 0
  /// Where the region R2 begins, which is to R1 as R1 is to the word.
  var r2 = 0

  /// The stem of a word in lower case.
  package static func stem(_ word: String) -> String {
    if let stem = exceptions[word] { return stem }
    guard word.utf8.count > 2 else { return word }
    var stemmer = EnglishStemmer(word: Array(word.utf8))
    stemmer.run()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  private mutating func run() {
    if word.first == UInt8(ascii: "'") { word.removeFirst() }
    markConsonantYs()
    markRegions()
    cutPlural()
    cutPast()
    replaceFinalY()
    replaceDerived()
    replaceDerivedAgain()
    cutDerived()
    cutFinalEOrL()
    for index in word.indices where word[index] == UInt8(ascii: "Y") {
      word[index] = UInt8(ascii: "y")
    }
  }

  private mutating func markConsonantYs() {
    for index in word.indices where word[index] == UInt8(ascii: "y") {
      if index == 0 || isVowel(word[index - 1]) { word[index] = UInt8(ascii: "Y") }
    }
  }

  private mutating func markRegions() {
    if let beginning = Self.beginnings.first(where: { word.starts(with: $0.utf8) }) {
      r1 = beginning.utf8.count
    } else {
      r1 = region(after: 0)
    }
    r2 = region(after: r1)
  }

  /// Where the region begins that follows the first vowel and consonant after an offset.
  private func region(after start: Int) -> Int {
    guard let vowel = word[start...].firstIndex(where: isVowel),
      let consonant = word[vowel...].firstIndex(where: { !isVowel($0) })
    else { return word.count }
    return consonant + 1
  }

  /// Words that are their own rule, whole.
  private static let exceptions = [
    "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli",
    "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news",
    "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
  ]

  /// Beginnings that R1 follows whatever their letters, so that `university` is not `universe`.
  private static let beginnings = [
    "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
  ]
}
