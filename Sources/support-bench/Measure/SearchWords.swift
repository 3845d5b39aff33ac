import TextSearch

/// Words to look for, chosen by how many texts they are in.
struct SearchWords: Equatable {
  /// In about one text of a thousand.
  var rare: String
  /// Each in about one text of twenty, and in one of them together.
  var both: (String, String)
  /// As common as words get that say something, but not in more than half of the texts.
  var common: (String, String)
  /// Beside each other in about one text of two hundred.
  var phrase: (String, String)
  /// The beginning of a word that is in about one text of a hundred.
  var prefix: String

  /// Nil where the texts have too few different words.
  init?(in texts: [String]) {
    let frequencies = Frequencies(texts)
    let words = frequencies.words
    let usual = words.filter { frequencies.share($0) <= 0.5 }
      .sorted { (-frequencies.share($0), $0) < (-frequencies.share($1), $1) }
    guard let rare = frequencies.nearest(0.001, words).first,
      let both = frequencies.pair(among: frequencies.nearest(0.05, words).prefix(12)),
      let phrase = frequencies.phrase(0.005), usual.count > 1,
      let prefix = frequencies.nearest(0.01, words).first
    else { return nil }
    self.rare = rare
    self.both = both
    common = (usual[0], usual[1])
    self.phrase = phrase
    self.prefix = String(prefix.prefix(4))
  }

  static func == (left: SearchWords, right: SearchWords) -> Bool {
    left.rare == right.rare && left.both == right.both && left.common == right.common
      && left.phrase == right.phrase && left.prefix == right.prefix
  }
}

/// In which texts words are.
private struct Frequencies {
  private let texts: [[String]]
  private let places: [String: Set<Int>]

  init(_ texts: [String]) {
    self.texts = texts.map(Self.split)
    places = self.texts.enumerated().reduce(into: [:]) { places, text in
      for word in Set(text.element).filter(Self.says) {
        places[word, default: []].insert(text.offset)
      }
    }
  }

  /// Those that say something, and that all programs take for one word.
  var words: [String] { Array(places.keys) }

  /// Which part of the texts has a word.
  func share(_ word: String) -> Double {
    Double(places[word]?.count ?? 0) / Double(max(1, texts.count))
  }

  /// Words whose share is the nearest first; a tenth is as far from a hundredth as one from a tenth.
  func nearest(_ wanted: Double, _ words: [String]) -> [String] {
    words.map { (Self.distance(share($0), wanted), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The first two that are in one text together.
  func pair(among words: ArraySlice<String>) -> (String, String)? {
    for (place, first) in words.enumerated() {
      for second in words.dropFirst(place + 1) {
        if let texts = places[first], let others = places[second], !texts.isDisjoint(with: others) {
          return (first, second)
        }
      }
    }
    return nil
  }

  /// Two words that follow each other in about such a part of the texts.
  func phrase(_ wanted: Double) -> (String, String)? {
    var counts: [String: Int] = [:]
    for text in texts {
      let pairs = zip(text, text.dropFirst()).filter { Self.says($0) && Self.says($1) }
      for pair in Set(pairs.map { "\($0) \($1)" }) { counts[pair, default: 0] += 1 }
    }
    let best = counts.map { (Self.distance(Double($1) / Double(texts.count), wanted), $0) }
      .min { $0 < $1 }
    let words = best?.1.split(separator: " ").map(String.init) ?? []
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  private static func distance(_ share: Double, _ wanted: Double) -> Double {
    max(share, 1e-9) > wanted ? max(share, 1e-9) / wanted : wanted / max(share, 1e-9)
  }

  private static func says(_ word: String) -> Bool {
    word.utf8.count >= 4 && !StopWords.contains(word)
      && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Runs of letters and digits; what stands between two of them is kept as an empty word unless it
  /// is a space, so that they do not count as neighbours.
  private static func split(_ text: String) -> [String] {
    text.lowercased().split { $0 == " " || $0 == "\n" }.flatMap { part -> [String] in
      let pieces = part.split(omittingEmptySubsequences: false) { !$0.isLetter && !$0.isNumber }
      return pieces.map(String.init)
    }
  }
}
