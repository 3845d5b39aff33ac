/// A folded word while a stemmer takes its endings off: letters from `a` to `z`, and apostrophes.
///
/// Light stemmers remove what marks number and gender, and hardly any derivation: they do less harm
/// than heavy ones, and rank as well (Savoy, "Light stemming approaches for the French, Portuguese,
/// German and Hungarian languages", SAC 2006). Those papers speak of accents; here they are folded
/// already, in texts and in queries alike.
struct WordEnding {
  private(set) var letters: [UInt8]

  init(_ word: String) { letters = Array(word.utf8) }

  var text: String { String(decoding: letters, as: UTF8.self) }
  var count: Int { letters.count }

  /// Whether the word has these letters at its end, and at least so many in all.
  func ends(_ ending: StaticString, least count: Int = 0) -> Bool {
    guard letters.count >= max(ending.utf8CodeUnitCount, count) else { return false }
    let start = letters.count - ending.utf8CodeUnitCount
    for place in 0..<ending.utf8CodeUnitCount
    where letters[start + place] != ending.utf8Start[place] {
      return false
    }
    return true
  }

  /// Whether the letter so far from the end, 1 for the last, is one of some.
  func has(_ letters: StaticString, at place: Int) -> Bool {
    guard place <= count else { return false }
    let letter = self.letters[count - place]
    return (0..<letters.utf8CodeUnitCount).contains { letters.utf8Start[$0] == letter }
  }

  mutating func cut(_ count: Int) { letters.removeLast(count) }

  /// Puts other letters in the place of some at the end.
  mutating func replace(_ count: Int, by other: StaticString) {
    letters.removeLast(count)
    for place in 0..<other.utf8CodeUnitCount { letters.append(other.utf8Start[place]) }
  }

  /// Cuts what an apostrophe joins before the word, if a word is left: `qu'on`, `dell'acqua`.
  mutating func cutArticle() {
    guard let apostrophe = letters.lastIndex(of: UInt8(ascii: "'")) else { return }
    if letters.count - apostrophe > 2 { letters.removeFirst(apostrophe + 1) }
  }

  /// Makes each letter that stands twice in a row one.
  mutating func mergeDoubles() {
    var kept: [UInt8] = []
    for letter in letters where kept.last != letter { kept.append(letter) }
    letters = kept
  }

  /// Whether the letter so far from the end, 1 for the last, is a vowel.
  func isVowel(at place: Int) -> Bool { has("aeiouy", at: place) }

  mutating func remove(at place: Int) { letters.remove(at: count - place) }

  mutating func transform(_ change: (inout [UInt8]) -> Void) { change(&letters) }
}
