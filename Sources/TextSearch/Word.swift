/// One word of a text as the index sees it, with the place it was written.
///
/// A compound such as `ERR-4012` or `bob@example.com` comes whole and in parts. The parts take
/// positions of their own, as if written apart, so that phrases match either spelling; the whole
/// shares the position of its first part and spans them all.
///
/// ```
/// text       Error  ERR-4012  again
/// parts      error  err 4012  again
/// position     0     1    2     3
/// whole             err4012            at 1, spanning 2
/// ```
package struct Word: Hashable, Sendable {
  /// The word with case and accents folded.
  package let text: String
  /// The half-open range of UTF-8 offsets where the word was written.
  package let range: Range<Int>
  /// The number of parts before this word in its text.
  package let position: Int
  /// The number of positions covered: 1, or the parts of the compound whose whole this is.
  package let span: Int

  package init(text: String, range: Range<Int>, position: Int, span: Int = 1) {
    self.text = text
    self.range = range
    self.position = position
    self.span = span
  }

  /// Whether this is a compound as a whole, to be followed by its parts.
  package var isWhole: Bool { span > 1 }
}

/// A word of a text that is being split: its folded letters are there only for the moment.
struct SplitWord {
  let letters: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  let position: Int
  var span = 1
}

extension Word {
  init(_ word: SplitWord) {
    self.init(
      text: String(decoding: word.letters, as: UTF8.self), range: word.range,
      position: word.position, span: word.span)
  }
}
