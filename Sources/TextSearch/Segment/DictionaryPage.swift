/// Goes through the words of a page of a segment's dictionary (see `DictionaryWriter`).
struct DictionaryPage {
  private let bytes: UnsafeRawBufferPointer
  /// The numbers of the words on the page.
  private let numbers: Range<Int>
  private let shape: DictionaryShape
  private let groups: Int
  private var cursor: ByteCursor
  private var next: Int
  private var postings = 0
  private var places = 0

  /// The letters of the word reached by the last `advance()`, and what is left of longer ones.
  private var letters = [UInt8](repeating: 0, count: 256)
  private var length = 0
  /// How many letters are known to be those of the word before.
  private(set) var shared = 0
  /// The word's number.
  private(set) var number = 0
  private(set) var entry = DictionaryEntry(frequency: 0, stem: nil, postings: nil)

  /// Begins before the first word.
  init(
    _ bytes: UnsafeRawBufferPointer, numbers: Range<Int>, of shape: DictionaryShape
  ) throws(TextDamage) {
    self.bytes = bytes
    self.numbers = numbers
    self.shape = shape
    cursor = ByteCursor(bytes)
    groups = Int(try cursor.fixed(UInt16.self))
    guard bytes.count >= 2 + 2 * groups,
      groups == (numbers.count + DictionaryWriter.groupSize - 1) / DictionaryWriter.groupSize
    else { throw TextDamage() }
    next = numbers.lowerBound
  }

  /// Goes to the next word; false at the end of the page.
  mutating func advance() throws(TextDamage) -> Bool {
    guard next < numbers.upperBound else { return false }
    let place = next - numbers.lowerBound
    if place % DictionaryWriter.groupSize == 0 { try open(place / DictionaryWriter.groupSize) }
    try readLetters()
    number = next
    next += 1
    entry = try DictionaryEntry(
      &cursor, number: number, of: shape, postings: &postings, places: &places)
    return true
  }

  private mutating func readLetters() throws(TextDamage) {
    shared = Int(try cursor.byte())
    let rest = try cursor.run(Int(try cursor.byte()))
    guard shared <= length, shared + rest.count <= letters.count else { throw TextDamage() }
    length = shared + rest.count
    letters.withUnsafeMutableBytes { letters in
      UnsafeMutableRawBufferPointer(rebasing: letters[shared..<length]).copyMemory(from: rest)
    }
  }

  /// The letters of the word reached by the last `advance()`.
  var word: ArraySlice<UInt8> { letters[..<length] }

  /// Whether some letters stand anywhere in the word; there is at least one of them.
  func contains(_ wanted: [UInt8]) -> Bool {
    guard length >= wanted.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      wanted.withUnsafeBufferPointer { wanted in
        for start in 0...length - wanted.count where letters[start] == wanted[0] {
          var place = 1
          while place < wanted.count, letters[start + place] == wanted[place] { place += 1 }
          if place == wanted.count { return true }
        }
        return false
      }
    }
  }

  /// Goes to the first word that is not before another; false where the page has none.
  mutating func advance(to target: [UInt8]) throws(TextDamage) -> Bool {
    var (low, high) = (0, groups)
    while low < high {
      let middle = (low + high) / 2
      if target.lexicographicallyPrecedes(try firstWord(middle)) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    next = numbers.lowerBound + max(low - 1, 0) * DictionaryWriter.groupSize
    while try advance() {
      if !word.lexicographicallyPrecedes(target) { return true }
    }
    return false
  }

  /// Goes to the word with a number, which is on the page.
  mutating func advance(toNumber target: Int) throws(TextDamage) {
    let place = target - numbers.lowerBound
    next = target - place % DictionaryWriter.groupSize
    while next <= target {
      guard try advance() else { throw TextDamage() }
    }
  }

  private func start(_ group: Int) throws(TextDamage) -> ByteCursor {
    ByteCursor(bytes, at: Int(bytes.fixed(UInt16.self, at: 2 + 2 * group)))
  }

  private mutating func open(_ group: Int) throws(TextDamage) {
    cursor = try start(group)
    postings = try cursor.number()
    places = try cursor.number()
    length = 0
  }

  private func firstWord(_ group: Int) throws(TextDamage) -> UnsafeRawBufferPointer {
    var cursor = try start(group)
    _ = try cursor.number()
    _ = try cursor.number()
    _ = try cursor.byte()
    return try cursor.run(Int(try cursor.byte()))
  }
}
