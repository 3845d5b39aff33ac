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
  /// The words of all documents and their places.
  var waiting = WaitingWords()
  private var document = DocumentWords()
  /// The number of documents.
  package private(set) var count = 0

  package init(fields: [TextField], saturation: Double = 1.5) {
    precondition((1...Occurrence.mostFields).contains(fields.count), "1 to 64 fields")
    self.fields = fields
    self.saturation = saturation
    totalLengths = Array(repeating: 0, count: fields.count)
  }

  /// Adds a document with one text for each field; missing texts at the end are empty.
  package mutating func add(_ texts: [String]) {
    precondition(count < Self.mostDocuments, "more documents than fit")
    precondition(texts.count <= fields.count, "more texts than fields")
    for field in fields.indices {
      let length = field < texts.count ? add(texts[field], field: field) : 0
      lengths.append(Int32(clamping: length))
      totalLengths[field] += length
    }
    document.drain { stem, places in
      uses[stem].documents += 1
      waiting.append(stem, places)
    }
    waiting.endDocument()
    count += 1
  }

  /// Collects the words of a text and returns their number.
  private mutating func add(_ text: String, field: Int) -> Int {
    var length = 0
    WordSplitter.forEachSplitWord(in: text) { word in
      let (number, stem) = words.numbers(of: word.letters)
      while uses.count < words.count { uses.append(WordUse()) }
      uses[number].frequency += 1
      document.add(Occurrence(field: field, position: word.position), of: stem)
      length = word.position + word.span
    }
    return length
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
}
