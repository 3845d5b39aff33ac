/// The words of an index: as they were written, and as the stems under which they are kept.
struct Vocabulary: Sendable {
  /// A word as written, case and accents folded.
  struct Entry {
    let text: String
    /// The number of the word's stem.
    let stem: Int
    /// How often the word was added.
    var frequency: Int
  }

  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var stems: [String: Int] = [:]

  /// The number of stems; they are numbered from 0 in the order they were added.
  var stemCount: Int { stems.count }

  /// Counts a word and returns its stem's number.
  mutating func add(_ text: String) -> Int {
    if let place = places[text] {
      entries[place].frequency += 1
      return entries[place].stem
    }
    let stem = number(ofNewOrKnown: Word.stem(of: text))
    places[text] = entries.count
    entries.append(Entry(text: text, stem: stem, frequency: 1))
    return stem
  }

  private mutating func number(ofNewOrKnown stem: String) -> Int {
    let count = stems.count
    let number = stems[stem, default: count]
    if number == count { stems[stem] = count }
    return number
  }

  /// The number of a stem, if any word has it.
  func number(ofStem stem: String) -> Int? { stems[stem] }

  /// The numbers of the stems of all words that begin with some letters, each once, in order.
  func stems(ofWordsWithPrefix prefix: String) -> [Int] {
    let matching = entries.lazy.filter { $0.text.utf8.starts(with: prefix.utf8) }
    return Set(matching.map(\.stem)).sorted()
  }
}
