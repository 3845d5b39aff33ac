/// The different words of many texts and their stems, found by their letters without making a
/// string of each occurrence.
struct WordTable {
  /// A word that was written, or the stem of one.
  private struct Entry {
    let start: UInt32
    /// One more than the number of the word's English stem; 0 as long as nobody wrote the word.
    var stem: UInt32 = 0
    let length: UInt8

    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private var entries: [Entry] = []
  private var letters: [UInt8] = []
  /// The stems in the other languages, by language and entry, in the same way: only of those that
  /// somebody wrote.
  private var otherStems: [[UInt32]] = Array(repeating: [], count: Language.allCases.count - 1)
  /// An open hash table: one more than the number of an entry in the lower half, the rest of its
  /// letters' hash in the upper.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)
  /// Strangers who write texts cannot know which words would collide.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// The number of entries, which are numbered from 0.
  var count: Int { entries.count }

  /// The letters of all entries.
  var letterCount: Int { letters.count }

  /// The number of a word's stem, which is made where there is none.
  @inline(__always)
  mutating func stem(of number: Int, in language: Language) -> Int {
    knownStem(of: number, in: language) ?? makeStem(of: number, in: language)
  }

  private mutating func makeStem(of number: Int, in language: Language) -> Int {
    let word = withLetters { String(decoding: $0(number), as: UTF8.self) }
    var stem = language.stem(of: word)
    let stemNumber = stem == word ? number : stem.withUTF8 { self.number(of: $0) }
    if language == .english {
      entries[number].stem = UInt32(stemNumber + 1)
    } else {
      let others = Int(language.rawValue) - 1
      let missing = number + 1 - otherStems[others].count
      if missing > 0 { otherStems[others] += repeatElement(0, count: missing) }
      otherStems[others][number] = UInt32(stemNumber + 1)
    }
    return stemNumber
  }

  /// The number of the stem of a word that was written in a language.
  @inline(__always)
  func knownStem(of number: Int, in language: Language) -> Int? {
    let stem: UInt32
    if language == .english {
      stem = entries[number].stem
    } else {
      let stems = otherStems[Int(language.rawValue) - 1]
      stem = number < stems.count ? stems[number] : 0
    }
    return stem == 0 ? nil : Int(stem) - 1
  }

  /// The numbers of the different stems of a word that was written in some languages.
  func stems(of number: Int, in languages: LanguageSet) -> (first: Int, others: [Int]) {
    var (first, others): (Int?, [Int]) = (nil, [])
    for language in languages.members {
      guard let stem = knownStem(of: number, in: language) else { continue }
      if first == nil {
        first = stem
      } else if first != stem, !others.contains(stem) {
        others.append(stem)
      }
    }
    return (first ?? number, others)
  }

  /// Calls `body` with a function that gives the letters of an entry.
  func withLetters<Result>(
    _ body: ((Int) -> UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try letters.withUnsafeBytes { letters in
      try body { number in letters.cut(entries[number].range) }
    }
  }

  /// The number of an entry, which is made where there is none.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if (slots[slot] ^ hash) >> 32 == 0, isEntry(number, word) { return number }
      slot = (slot + 1) & mask
    }
    entries.append(Entry(start: UInt32(letters.count), length: UInt8(clamping: word.count)))
    letters.append(contentsOf: word)
    slots[slot] = Self.upper(hash) | UInt64(entries.count)
    if entries.count * 4 > slots.count * 3 { grow() }
    return entries.count - 1
  }

  private func isEntry(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = entries[number].range
    guard range.count == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for offset in 0..<word.count where letters[range.lowerBound + offset] != word[offset] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in entries.indices {
      let range = entries[number].range
      let hash = letters.withUnsafeBufferPointer {
        self.hash(UnsafeBufferPointer(rebasing: $0[range]))
      }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Self.upper(hash) | UInt64(number + 1)
    }
  }

  private static func upper(_ hash: UInt64) -> UInt64 { hash & ~0xFFFF_FFFF }

  /// A hash by multiplication of eight letters at a time, folded (after Wang Yi's wyhash).
  private func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var (hash, offset) = (seed ^ UInt64(bytes.count), 0)
    while offset < bytes.count {
      var piece: UInt64 = 0
      if offset + 8 <= bytes.count {
        piece = bytes.fixed(UInt64.self, at: offset)
      } else {
        for place in offset..<bytes.count { piece = piece << 8 | UInt64(bytes[place]) }
      }
      let product = (hash ^ piece).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = product.high ^ product.low ^ seed
      offset += 8
    }
    return hash
  }
}
