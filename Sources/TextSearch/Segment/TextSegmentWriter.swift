/// Puts documents into one segment. Documents are numbered from 0 in the order added, at most 65,536.
///
/// While documents come in, their words wait in the order they were written, as numbers; only the
/// last step knows how long texts are on average, and how many documents each word has.
package struct TextSegmentWriter {
  let fields: [SearchIndex.Field]
  let saturation: Double
  let code: OccurrenceCode

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
    code = OccurrenceCode(fields: fields.count)
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
      uses[stem].bits += code.width(places)
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
  /// The bits of the places in these documents.
  var bits = 0
}

/// The words of documents and their places, document by document.
///
/// ```
/// for each document   words ... | 0
/// word                difference of its number to the one before (from -1) | places ...
/// place               difference of positions * 4 + flags
///                     | with flag 2: the field, when it is another than that of the place before
/// ```
///
/// Flag 1 says that another place of the same word follows.
struct WaitingWords {
  private var bytes: [UInt8] = []
  private var last = -1
  private var field = 0

  mutating func append(_ word: Int, _ places: some Collection<Occurrence>) {
    bytes.append(number: word - last)
    last = word
    var position = 0
    var rest = places.count
    for place in places {
      rest -= 1
      let isElsewhere = place.field != field
      if isElsewhere { position = 0 }
      bytes.append(
        number: (place.position - position) << 2 | (isElsewhere ? 2 : 0) | (rest > 0 ? 1 : 0))
      if isElsewhere { bytes.append(UInt8(place.field)) }
      (field, position) = (place.field, place.position)
    }
  }

  mutating func endDocument() {
    bytes.append(0)
    last = -1
  }

  /// Calls `body` with each document, a word in it and its places, in the order they came.
  func forEachWord(_ body: (_ document: Int, _ word: Int, [Occurrence]) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var cursor = Cursor(bytes: bytes)
      var (document, word, field) = (0, -1, 0)
      var places: [Occurrence] = []
      while cursor.offset < bytes.count {
        let difference = cursor.number()
        if difference == 0 {
          (document, word) = (document + 1, -1)
          continue
        }
        word += difference
        places.removeAll(keepingCapacity: true)
        var (head, position) = (1, 0)
        while head & 1 != 0 {
          head = cursor.number()
          if head & 2 != 0 { (field, position) = (cursor.number(), 0) }
          position += head >> 2
          places.append(Occurrence(field: field, position: position))
        }
        body(document, word, places)
      }
    }
  }

  /// Reads our own numbers back.
  private struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0

    mutating func number() -> Int {
      var (number, shift) = (0, 0)
      while true {
        let byte = bytes[offset]
        offset += 1
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
    }
  }
}
