/// Turns the words that wait in a writer, document by document, into a segment, word by word.
struct SegmentAssembly {
  private var writer: TextSegmentWriter
  private let bm25: BM25
  private let code: OccurrenceCode
  /// The numbers of the entries to write, in the order of their letters.
  private let order: [UInt32]
  /// The place in that order of each entry, by its number.
  private let ranks: [UInt32]
  /// In the same order.
  private var plans: [WordPlan] = []
  private var footer = SegmentFooter()

  init(_ writer: consuming TextSegmentWriter) {
    self.writer = writer
    bm25 = BM25(
      writer.fields, saturation: writer.saturation, documents: writer.count,
      lengths: writer.totalLengths)
    code = OccurrenceCode(lengths: writer.totalLengths, documents: writer.count)
    order = Self.order(of: writer)
    var ranks = [UInt32](repeating: 0, count: writer.uses.count)
    for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(rank) }
    self.ranks = ranks
    footer.fields = writer.fields.count
    footer.documents = writer.count
    footer.words = order.count
    footer.saturation = writer.saturation
    footer.totalLengths = writer.totalLengths
    footer.languages = writer.uses.reduce([]) { $0.union($1.languages) }
  }

  private static func order(of writer: borrowing TextSegmentWriter) -> [UInt32] {
    writer.words.withLetters { letters in
      var words = (0..<UInt32(writer.uses.count)).map { number in
        (number: number, head: head(letters(Int(number))))
      }
      words.sort {
        $0.head == $1.head
          ? letters(Int($0.number)).lexicographicallyPrecedes(letters(Int($1.number)))
          : $0.head < $1.head
      }
      return words.map(\.number)
    }
  }

  /// The first eight letters as a number, for quick comparison.
  private static func head(_ letters: UnsafeRawBufferPointer) -> UInt64 {
    var head: UInt64 = 0
    for place in 0..<8 { head = head << 8 | UInt64(place < letters.count ? letters[place] : 0) }
    return head
  }

  consuming func bytes() -> [UInt8] {
    var bytes = postingsAndPlaces()
    footer.lengths = bytes.count
    appendLengths(to: &bytes)
    let gap = -bytes.count & (DictionaryWriter.pageSize - 1)
    bytes.append(contentsOf: repeatElement(0, count: gap))
    footer.dictionary = bytes.count
    appendDictionary(to: &bytes)
    footer.start = bytes.count
    bytes += footer.bytes
    return bytes
  }

  /// Lays out the areas of postings and places and fills them, in two passes over all documents.
  private mutating func postingsAndPlaces() -> [UInt8] {
    let size = plan()
    var bytes: [UInt8] = []
    // A bit writer stores eight bytes at a time.
    bytes.reserveCapacity(size + roomForRest)
    bytes.append(contentsOf: repeatElement(0, count: size + 8))
    bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      fill(base, places: base + footer.places)
      for plan in plans { plan.sumStarts(base) }
    }
    bytes.removeLast(8)
    return bytes
  }

  /// Plans where the postings and places of each word go, and returns how many bytes that takes.
  private mutating func plan() -> Int {
    var bits = Array(repeating: 0, count: order.count)
    writer.waiting.forEachWord { _, word, occurrences in
      bits[Int(ranks[word])] += code.width(occurrences)
    }
    var (postings, places) = (0, 0)
    plans = zip(order, bits).map { number, bits in
      let documents = Int(writer.uses[Int(number)].documents)
      let plan = WordPlan(
        documents: documents, of: writer.count, postings: postings, places: places)
      postings += plan.layout.size
      places += PlacesLayout.size(documents, bits: bits)
      return plan
    }
    footer.places = postings
    return postings + places
  }

  /// More bytes than follow the places, so that what is large does not move.
  private var roomForRest: Int {
    let entries = order.count * 24 + writer.words.letterCount
    return entries + writer.lengths.count * 4 + 1 << 16
  }

  private mutating func fill(_ postings: UnsafeMutableRawPointer, places: UnsafeMutableRawPointer) {
    let fields = writer.fields.count
    let (lengths, code, bm25, ranks) = (writer.lengths, code, bm25, ranks)
    var waiting = writer.waiting
    writer.waiting = WaitingWords()
    waiting.drain { document, word, occurrences in
      let relevance = bm25.relevance(occurrences) { Int(lengths[document * fields + $0]) }
      let impact = Impact.byte(relevance)
      let rank = Int(ranks[word])
      plans[rank].add(document, impact, to: postings)
      plans[rank].add(occurrences, code, to: places)
    }
  }

  private mutating func appendLengths(to bytes: inout [UInt8]) {
    let fields = writer.fields.count
    for field in 0..<fields {
      let column = stride(from: field, to: writer.lengths.count, by: fields).lazy
        .map { [lengths = writer.lengths] in lengths[$0] }
      let longest = column.max() ?? 0
      let width = longest == 0 ? 0 : longest < 1 << 8 ? 1 : longest < 1 << 16 ? 2 : 4
      footer.lengthWidths.append(width)
      for length in column {
        let little = UInt32(length).littleEndian
        withUnsafeBytes(of: little) { bytes.append(contentsOf: $0.prefix(width)) }
      }
    }
  }

  private mutating func appendDictionary(to bytes: inout [UInt8]) {
    var dictionary = DictionaryWriter(footer.shape)
    let (words, uses, ranks) = (writer.words, writer.uses, ranks)
    words.withLetters { letters in
      for (number, plan) in zip(order, plans) {
        let number = Int(number)
        let use = uses[number]
        var entry = DictionaryEntry(frequency: Int(use.frequency), stem: nil, postings: nil)
        if use.frequency > 0 {
          let stems = words.stems(of: number, in: use.languages)
          if stems.first != number || !stems.others.isEmpty {
            entry.stem = Int(ranks[stems.first])
            entry.otherStems = stems.others.map { Int(ranks[$0]) }
          }
        }
        entry.postings = plan.entry
        dictionary.add(letters(number), entry)
      }
    }
    let index = dictionary.finish()
    footer.pages = dictionary.pageCount
    bytes += dictionary.pages
    footer.index = bytes.count
    bytes += index
  }
}
