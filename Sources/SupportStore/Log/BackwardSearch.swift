/// A text that is looked for from the end of bytes towards their beginning, which looks at few of them:
/// "Practical Fast Searching in Strings" (R. Nigel Horspool, 1980), turned round.
struct BackwardSearch {
  private let text: [UInt8]
  /// By a byte that stands where the text would begin: how far the text has to move towards the
  /// beginning, at the least, for its own first such byte to stand there.
  private let steps: [Int]

  init(_ text: some StringProtocol) {
    self.text = Array(text.utf8)
    precondition(!self.text.isEmpty, "an empty text stands everywhere")
    var steps = Array(repeating: self.text.count, count: 256)
    for (place, byte) in self.text.enumerated().reversed() where place > 0 {
      steps[Int(byte)] = place
    }
    self.steps = steps
  }

  var count: Int { text.count }

  func isFound(in bytes: ArraySlice<UInt8>) -> Bool {
    lastPlace(in: bytes, before: bytes.endIndex) != nil
  }

  /// The last place where the whole text stands before another place; nil for nowhere.
  func lastPlace(in bytes: ArraySlice<UInt8>, before end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { found in
      text.withUnsafeBufferPointer { text in
        steps.withUnsafeBufferPointer { steps in
          var place = Swift.min(end - bytes.startIndex, found.count) - text.count
          while place >= 0 {
            let first = found[place]
            if first == text[0], found[place..<place + text.count].elementsEqual(text) {
              return bytes.startIndex + place
            }
            place -= steps[Int(first)]
          }
          return nil
        }
      }
    }
  }
}
