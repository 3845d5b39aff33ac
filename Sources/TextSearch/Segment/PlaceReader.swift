/// Reads the places of a word in documents, which are asked for by their place in the word's list.
struct PlaceReader {
  private let samples: UnsafeRawBufferPointer
  private let bits: UnsafeRawBufferPointer
  private let code: OccurrenceCode
  private let documents: Int
  private var reader: BitReader
  private var next = 0

  init(
    _ bytes: UnsafeRawBufferPointer, documents: Int, code: OccurrenceCode
  ) throws(TextDamage) {
    let layout = PlacesLayout(documents)
    guard layout.bits <= bytes.count else { throw TextDamage() }
    samples = bytes.cut(0..<layout.bits)
    bits = bytes.cut(layout.bits..<bytes.count)
    self.code = code
    self.documents = documents
    reader = BitReader(bits)
  }

  /// Calls `body` with the occurrences in the document at a place in the list.
  @inline(__always)
  mutating func read(_ place: Int, _ body: (Occurrence) -> Void) throws(TextDamage) {
    guard place < documents else { throw TextDamage() }
    if place < next || place / PlacesLayout.step > next / PlacesLayout.step { jump(place) }
    while next < place { try readNext { _ in } }
    try readNext(body)
  }

  @inline(__always)
  private mutating func readNext(_ body: (Occurrence) -> Void) throws(TextDamage) {
    try code.read(&reader, body)
    next += 1
  }

  private mutating func jump(_ place: Int) {
    next = place / PlacesLayout.step * PlacesLayout.step
    let offset = next == 0 ? 0 : samples.fixed(UInt32.self, at: PlacesLayout.sample(next))
    reader = BitReader(bits, at: Int(offset))
  }
}
