/// Puts documents into one segment. Documents are numbered from 0 in the order added.
///
/// While documents come in, their words wait in the order they were written, as numbers; only the
/// last step knows how long texts are on average, and how many documents each word has.
package struct TextSegmentWriter {
  /// As many as 16 bits tell apart.
  package static let mostDocuments = 1 << 16

  let fields: [TextField]
  let saturation: Double

  var words = WordTable()
  /// What is known of each entry of `words`, by its number.
  var uses: [WordUse] = []
  /// The number of words in each field of each document, document by document.
  var lengths: [Int32] = []
  var totalLengths: [Int]
  /// What function words say, by their numbers.
  private var votes: [Int: SIMD8<UInt32>] = [:]
  /// The words of all documents and their places.
  var waiting = WaitingWords()
  private var document = DocumentWords()
  /// The words of the document that is being added, before it is known how to stem them.
  private var pieces = DocumentPieces()
  /// The number of documents.
  package private(set) var count = 0

  package init(fields: [TextField], saturation: Double = 1.5) {
    precondition((1...Occurrence.mostFields).contains(fields.count), "1 to 64 fields")
    self.fields = fields
    self.saturation = saturation
    totalLengths = Array(repeating: 0, count: fields.count)
  }

  /// Adds a document with one text for each field; missing texts at the end are empty. Where no
  /// language is given, the words tell it.
  package mutating func add(_ texts: [String], in language: Language? = nil) {
    add(pieces: texts.map { [$0] }, in: language)
  }

  /// Adds a document with some texts for each field, which may be written in different languages.
  package mutating func add(pieces texts: [[String]], in language: Language? = nil) {
    precondition(count < Self.mostDocuments, "more documents than fit")
    precondition(texts.count <= fields.count, "more texts than fields")
    pieces.removeAll()
    for field in fields.indices {
      var length = 0
      for text in field < texts.count ? texts[field] : [] {
        length = add(text, field: field, at: length)
      }
      lengths.append(Int32(clamping: length))
      totalLengths[field] += length
    }
    pieces.forEachWord(in: language) { word, place, language in
      if !uses[word].languages.contains(language) {
        uses[word].languages.formUnion(LanguageSet(language))
      }
      let stem = words.stem(of: word, in: language)
      while uses.count < words.count { uses.append(WordUse()) }
      document.add(place, of: stem)
    }
    document.drain { stem, places in
      uses[stem].documents += 1
      waiting.append(stem, places)
    }
    waiting.endDocument()
    count += 1
  }

  /// Collects the words of a text, which begins at a position, and returns the position behind it.
  private mutating func add(_ text: String, field: Int, at start: Int) -> Int {
    var end = start
    WordSplitter.forEachSplitWord(in: text) { word in
      let number = words.number(of: word.letters)
      while uses.count < words.count { uses.append(WordUse()) }
      if uses[number].isFirst() { meet(word, number) }
      let place = Occurrence(field: field, position: start + word.position)
      pieces.add(number, place)
      if uses[number].speaks, let votes = votes[number] { pieces.count(votes) }
      end = start + word.position + word.span
    }
    pieces.endPiece()
    return end
  }

  /// Notes what a new word says about the language of a text.
  private mutating func meet(_ word: SplitWord, _ number: Int) {
    let votes = FunctionWords.votes(for: word.letters)
    if votes.isAny {
      uses[number].speaks = true
      self.votes[number] = votes.counts
    }
  }

  /// The whole segment.
  package consuming func bytes() -> [UInt8] {
    SegmentAssembly(self).bytes()
  }
}

/// What a segment's writer knows of a word.
struct WordUse {
  /// How often it was written in this form.
  var frequency: UInt32 = 0
  /// The documents with a word that has it as its stem.
  var documents: UInt32 = 0
  /// The languages of the texts in which it was written.
  var languages: LanguageSet = []
  /// Whether it tells the language of a text.
  var speaks = false

  /// Counts it as written; true the first time.
  mutating func isFirst() -> Bool {
    frequency += 1
    return frequency == 1
  }
}
