/// The words of documents and their places, document by document.
///
/// ```
/// for each document   words ... | 0
/// word                its number + 1 | places ...
/// place               difference of positions * 4 + flags
///                     | with flag 2: the field, when it is another than that of the place before
/// ```
///
/// Flag 1 says that another place of the same word follows.
struct WaitingWords {
  /// In pieces of about a megabyte, each ending with a document: one long array would need twice
  /// its size to grow.
  private var pieces: [[UInt8]] = []
  private var bytes: [UInt8] = []
  private var field = 0

  private static let pieceSize = 1 << 20

  mutating func append(_ word: Int, _ places: [Occurrence]) {
    bytes.append(number: word + 1)
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
    if bytes.count >= Self.pieceSize {
      pieces.append(bytes)
      bytes.removeAll()
      bytes.reserveCapacity(Self.pieceSize + Self.pieceSize / 8)
    }
  }

  /// Calls `body` with each document, a word in it and its places, in the order they came.
  func forEachWord(_ body: (_ document: Int, _ word: Int, [Occurrence]) -> Void) {
    var reader = Reader()
    for piece in pieces + [bytes] { reader.read(piece, body) }
  }

  /// The same for the last time: each piece is gone when it was read.
  mutating func drain(_ body: (_ document: Int, _ word: Int, [Occurrence]) -> Void) {
    var reader = Reader()
    pieces.append(bytes)
    bytes = []
    pieces.reverse()
    while let piece = pieces.popLast() { reader.read(piece, body) }
  }

  /// Reads the pieces, one after the other.
  private struct Reader {
    private var (document, field) = (0, 0)
    private var places: [Occurrence] = []

    mutating func read(
      _ piece: [UInt8], _ body: (_ document: Int, _ word: Int, [Occurrence]) -> Void
    ) {
      piece.withUnsafeBufferPointer { bytes in
        var cursor = Cursor(bytes: bytes)
        while cursor.offset < bytes.count {
          let number = cursor.number()
          if number == 0 {
            document += 1
          } else {
            cursor.places(&places, &field)
            body(document, number - 1, places)
          }
        }
      }
    }
  }

  /// Reads our own numbers back.
  private struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0

    mutating func places(_ places: inout [Occurrence], _ field: inout Int) {
      places.removeAll(keepingCapacity: true)
      var (head, position) = (1, 0)
      while head & 1 != 0 {
        head = number()
        if head & 2 != 0 { (field, position) = (number(), 0) }
        position += head >> 2
        places.append(Occurrence(field: field, position: position))
      }
    }

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
