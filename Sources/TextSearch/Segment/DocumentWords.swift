/// The words of one document, sorted out as they come in: for each its places, in rising order.
struct DocumentWords {
  private struct Place {
    let occurrence: Occurrence
    /// The index of the word's next place; its own for the last one.
    var next: Int32
  }

  private var places: [Place] = []
  /// The different words, in the order of their first places, with the indices of these.
  private var words: [(number: Int, first: Int)] = []
  /// By word number: the index of its last place in this document, or -1.
  private var last: [Int32] = []
  private var occurrences: [Occurrence] = []

  /// Adds a place of a word, which is not before those that it has.
  mutating func add(_ occurrence: Occurrence, of word: Int) {
    while last.count <= word { last.append(-1) }
    let index = Int32(places.count)
    if last[word] < 0 {
      words.append((word, places.count))
    } else {
      places[Int(last[word])].next = index
    }
    places.append(Place(occurrence: occurrence, next: index))
    last[word] = index
  }

  /// Calls `body` with each word and its places, and is ready for the next document.
  mutating func drain(_ body: (_ word: Int, [Occurrence]) -> Void) {
    for (word, first) in words {
      occurrences.removeAll(keepingCapacity: true)
      var index = first
      while true {
        occurrences.append(places[index].occurrence)
        let next = Int(places[index].next)
        if next == index { break }
        index = next
      }
      body(word, occurrences)
      last[word] = -1
    }
    places.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }
}
