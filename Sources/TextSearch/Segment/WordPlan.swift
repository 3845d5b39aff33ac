/// Where the documents and places of a word go in a segment, and how far they are written.
struct WordPlan {
  /// Where the word's postings begin among all postings.
  private let postings: Int
  /// Where the word's places begin among all places.
  private let places: Int
  /// The bits of places written so far.
  private var bits = 0
  /// The number of documents with the word, and of those written so far.
  private let documents: UInt32
  private var count: UInt32 = 0
  private let blocks: UInt16
  private var single: (document: UInt16, impact: UInt8) = (0, 0)

  /// The plan for a word that is in some documents, out of so many.
  init(documents: Int, of capacity: Int, postings: Int, places: Int) {
    self.documents = UInt32(documents)
    blocks = UInt16(PostingsLayout.blocks(of: capacity))
    (self.postings, self.places) = (postings, places)
  }

  var layout: PostingsLayout { PostingsLayout(Int(documents), blocks: Int(blocks)) }

  /// What the dictionary says, once all is written; none for a word that is no stem of any.
  var entry: DictionaryEntry.Postings? {
    if documents == 0 { return nil }
    let size = PlacesLayout.size(Int(documents), bits: bits)
    return DictionaryEntry.Postings(
      documents: Int(documents), single: documents == 1 ? single : nil, start: postings,
      places: places..<places + size)
  }

  /// Writes a document after those before, and counts it in its block.
  mutating func add(_ document: Int, _ impact: UInt8, to base: UnsafeMutableRawPointer) {
    let (base, layout, count) = (base + postings, layout, Int(count))
    let block = document >> 8
    switch layout.form {
    case .single:
      single = (UInt16(document), impact)
      return
    case .sparse:
      store(UInt16(document), base + 2 * count)
    case .blocks:
      store(load(base + 2 * block) &+ 1, base + 2 * block)
      (base + layout.members + count).storeBytes(
        of: UInt8(truncatingIfNeeded: document), as: UInt8.self)
    case .bitmap:
      store(load(base + 2 * block) &+ 1, base + 2 * block)
      let place = base + layout.members + document >> 3
      place.storeBytes(
        of: place.load(as: UInt8.self) | 1 << UInt8(document & 7), as: UInt8.self)
    }
    (base + layout.impacts + count).storeBytes(of: impact, as: UInt8.self)
  }

  /// Writes the places in the document that was added last, and goes on to the next.
  mutating func add(
    _ occurrences: [Occurrence], _ code: OccurrenceCode, to base: UnsafeMutableRawPointer
  ) {
    let layout = PlacesLayout(Int(documents))
    if count > 0, Int(count) % PlacesLayout.step == 0 {
      let sample = base + places + PlacesLayout.sample(Int(count))
      sample.storeBytes(of: UInt32(truncatingIfNeeded: bits).littleEndian, as: UInt32.self)
    }
    var writer = BitWriter(bytes: base + places + layout.bits, offset: bits)
    code.write(occurrences, to: &writer)
    bits = writer.offset
    count += 1
  }

  /// Turns the counts of the blocks into the documents before each.
  func sumStarts(_ base: UnsafeMutableRawPointer) {
    let layout = layout
    guard layout.members > 0 else { return }
    var before: UInt16 = 0
    for block in 0..<layout.blocks {
      let place = base + postings + 2 * block
      let count = load(place)
      store(before, place)
      before &+= count
    }
  }

  private func load(_ place: UnsafeMutableRawPointer) -> UInt16 {
    UInt16(littleEndian: place.loadUnaligned(as: UInt16.self))
  }

  private func store(_ number: UInt16, _ place: UnsafeMutableRawPointer) {
    place.storeBytes(of: number.littleEndian, as: UInt16.self)
  }
}

/// How the places of a word lie: where those of each 128th document begin (in bits, 32 bits each,
/// without the first), then the bits (see `OccurrenceCode`).
struct PlacesLayout {
  static let step = 128
  /// Where the bits begin.
  let bits: Int

  init(_ documents: Int) {
    bits = (documents - 1) / Self.step * 4
  }

  /// The number of bytes for the places in so many documents, which take so many bits.
  static func size(_ documents: Int, bits: Int) -> Int {
    documents == 0 ? 0 : PlacesLayout(documents).bits + (bits + 7) / 8
  }

  /// Where the offset of the bits of a document stands, of one that is a multiple of 128.
  static func sample(_ document: Int) -> Int { (document / step - 1) * 4 }
}
