/// Where the bytes of a segment lie. Whoever takes a range is sure that they are what was written.
package protocol TextSource: Sendable {
  var count: Int { get }

  /// The bytes of a range within `0..<count`; throws where they are not what was written.
  ///
  /// The pointer stays valid for as long as the source lives. What has been asked for before is
  /// cheap; blocks of 4 KB that nobody has seen yet are checked first.
  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer
}

/// A segment says what cannot be: its bytes are not those that were written.
package struct TextDamage: Error {}

extension TextSource {
  /// A part of the source that numbers read from it point at, which may be any numbers.
  func part(_ start: Int, _ length: Int) throws -> UnsafeRawBufferPointer {
    guard start >= 0, length >= 0, start <= count, length <= count - start else {
      throw TextDamage()
    }
    return try bytes(start..<start + length)
  }
}
