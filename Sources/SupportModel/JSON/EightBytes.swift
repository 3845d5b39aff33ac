/// Eight bytes of a text, looked at in one step: most texts hold nothing that a scan stops at.
///
/// The arithmetic is Alan Mycroft's test for a zero byte in a word: the lowest mark of a result is
/// true, those above it may be false.
package struct EightBytes {
  private let word: UInt64

  /// The bytes from `place` on, of which there have to be eight.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Marks those that are less than a byte of at most 0x80.
  func marks(below byte: UInt8) -> UInt64 {
    (word &- Self.ones &* UInt64(byte)) & ~word & Self.tops
  }

  /// Marks those that are a byte.
  package func marks(of byte: UInt8) -> UInt64 {
    let other = word ^ Self.ones &* UInt64(byte)
    return (other &- Self.ones) & ~other & Self.tops
  }

  /// Whether all of them are ASCII.
  var areASCII: Bool { word & Self.tops == 0 }

  /// Whether those before a place are ASCII.
  func areASCII(upTo place: Int) -> Bool { word & Self.tops & ~(~0 << (8 * UInt64(place))) == 0 }

  /// How many spaces they begin with.
  var leadingSpaces: Int { Self.first(word ^ Self.ones &* 0x20) }

  /// Which of them the first mark stands at; 8 where there is none.
  package static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }
}

/// Whether a text is plain ASCII.
func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var place = 0
  while place + 8 <= text.count {
    guard EightBytes(text, at: place).areASCII else { return false }
    place += 8
  }
  return text[place...].allSatisfy { $0 < 0x80 }
}

extension String {
  /// The text of bytes that are known to be ASCII. Made like this, a short one is copied in one piece.
  init(ascii bytes: UnsafeBufferPointer<UInt8>) {
    self.init(unsafeUninitializedCapacity: bytes.count) { text in
      text.initialize(fromContentsOf: bytes)
    }
  }
}
