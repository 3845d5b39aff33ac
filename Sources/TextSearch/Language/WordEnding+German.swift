extension WordEnding {
  /// The light stemmer for German (Savoy 2006), which leaves no trace of an umlaut, whether it was
  /// written with dots or as two letters: `Gebühren`, `Gebuehr` and `Gebühr` meet.
  mutating func stemGerman() {
    transform(Self.contractUmlauts)
    if ends("ern", least: 6) {
      cut(3)
    } else if has("e", at: 2), has("mnrs", at: 1), count > 4 {
      cut(2)
    } else if ends("e", least: 4) {
      cut(1)
    } else if ends("s", least: 4), mayPrecedeST(2) {
      cut(1)
    }
    if ends("est", least: 6) {
      cut(3)
    } else if ends("er", least: 5) || ends("en", least: 5) {
      cut(2)
    } else if ends("st", least: 5), mayPrecedeST(3) {
      cut(2)
    }
  }

  private func mayPrecedeST(_ place: Int) -> Bool { has("bdfghklmnt", at: place) }

  /// An `e` after `a`, `o` or `u` is its dots, but not in `neue` and `quelle`.
  private static func contractUmlauts(_ letters: inout [UInt8]) {
    var place = 1
    while place < letters.count {
      let before = place > 1 ? letters[place - 2] : 0
      if letters[place] == UInt8(ascii: "e"), "aou".utf8.contains(letters[place - 1]),
        !"aeiouq".utf8.contains(before)
      {
        letters.remove(at: place)
      }
      place += 1
    }
  }
}
