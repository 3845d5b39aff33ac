/// Puts documents into one segment. Documents are numbered from 0 in the order added, at most 65,536.
///
/// While documents come in, their words wait in the order they were written, as numbers; only the
/// last step knows how long texts are on average, and how many documents each word has.
package struct TextSegmentWriter {
  let fields: [SearchIndex.Field]
  let saturation: Double

  var words = WordTable()
  /// What is known of each entry of `words`, by its number.
  var uses: [WordUse] = []
  /// The number of words in each field of each document, document by document.
  var lengths: [Int32] = []
  var totalLengths: [Int]
  /// The words of all documents and their places.
  var waiting = WaitingWords()
  private var keys: [UInt64] = []
  /// The number of documents.
  package private(set) var count = 0

  package init(fields: [SearchIndex.Field], saturation: Double = 1.5) {
    precondition((1...Occurrence.mostFields).contains(fields.count), "1 to 64 fields")
    self.fields = fields
    self.saturation = saturation
    totalLengths = Array(repeating: 0, count: fields.count)
  }

  /// Adds a document with one text for each field; missing texts at the end are empty.
  package mutating func add(_ texts: [String]) {
    precondition(count < TextSegmentLimits.documents, "more documents than fit")
    precondition(texts.count <= fields.count, "more texts than fields")
    keys.removeAll(keepingCapacity: true)
    for field in fields.indices {
      let length = field < texts.count ? add(texts[field], field: field) : 0
      lengths.append(Int32(clamping: length))
      totalLengths[field] += length
    }
    keys.sort()
    addKeys()
    count += 1
  }

  /// Collects the words of a text, each as its stem's number above its occurrence; returns their
  /// number.
  private mutating func add(_ text: String, field: Int) -> Int {
    var length = 0
    WordSplitter.forEachSplitWord(in: text) { word in
      let (number, stem) = words.numbers(of: word.letters)
      while uses.count < words.count { uses.append(WordUse()) }
      uses[number].frequency += 1
      let occurrence = Occurrence(field: field, position: word.position)
      keys.append(UInt64(stem) << 32 | UInt64(occurrence.bits))
      length = word.position + word.span
    }
    return length
  }

  /// Lets the words of a document wait, and counts what they will need.
  private mutating func addKeys() {
    var rest = keys[...]
    while let first = rest.first {
      let stem = Int(first >> 32)
      let end = rest.firstIndex { $0 >> 32 != first >> 32 } ?? rest.endIndex
      let places = rest[..<end].lazy.map { Occurrence(bits: UInt32(truncatingIfNeeded: $0)) }
      uses[stem].documents += 1
      waiting.append(stem, places)
      rest = rest[end...]
    }
    waiting.endDocument()
  }

  /// The whole segment.
  package consuming func bytes() -> [UInt8] {
    SegmentAssembly(self).bytes()
  }
}

/// What a segment's writer knows of a word.
struct WordUse {
  /// How often it was written in this form.
  var frequency = 0
  /// The documents with a word that has it as its stem.
  var documents = 0
}
