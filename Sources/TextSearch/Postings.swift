/// Where a word occurs: the documents that have it and its places in each, compressed.
///
/// Documents come in rising order. Each is written as the difference to the one before, the number
/// of its occurrences, and these: the difference to the position before, doubled; or, with one
/// added, a position in another field and that field's number. Numbers are in groups of seven bits,
/// the least first, with the eighth bit set on all but the last (LEB128).
///
/// ```
/// document delta | count | position delta * 2 ... | position * 2 + 1 | field | ...
/// ```
struct Postings: Sendable {
  private(set) var bytes: [UInt8] = []
  /// The number of documents.
  private(set) var count = 0
  private var last = -1

  var isEmpty: Bool { count == 0 }

  /// Adds a document after those present, with its occurrences in rising order.
  mutating func append(_ document: Int, _ occurrences: some Collection<Occurrence>) {
    write(document - last)
    write(occurrences.count)
    var (field, position) = (0, 0)
    for occurrence in occurrences {
      if occurrence.field == field {
        write((occurrence.position - position) << 1)
      } else {
        write(occurrence.position << 1 | 1)
        write(occurrence.field)
      }
      (field, position) = (occurrence.field, occurrence.position)
    }
    last = document
    count += 1
  }

  private mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

extension Postings {
  /// Goes through postings from the first document to the last.
  struct Cursor {
    private let bytes: [UInt8]
    private var offset = 0
    /// The document reached by the last `next()`.
    private(set) var document = -1
    /// The places in that document, in rising order.
    private(set) var occurrences: [Occurrence] = []

    init(_ postings: Postings) {
      bytes = postings.bytes
    }

    /// Goes to the next document; false at the end.
    mutating func next() -> Bool {
      guard offset < bytes.count else { return false }
      document += read()
      occurrences.removeAll(keepingCapacity: true)
      var (field, position) = (0, 0)
      for _ in 0..<read() {
        let number = read()
        if number & 1 == 0 {
          position += number >> 1
        } else {
          (field, position) = (read(), number >> 1)
        }
        occurrences.append(Occurrence(field: field, position: position))
      }
      return true
    }

    private mutating func read() -> Int {
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

  func makeCursor() -> Cursor { Cursor(self) }
}
