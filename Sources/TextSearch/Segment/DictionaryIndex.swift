/// Finds the page of a segment's dictionary on which a word stands (see `DictionaryWriter`).
struct DictionaryIndex {
  private let bytes: UnsafeRawBufferPointer
  private let pages: Int
  private let words: Int

  /// Takes the index of a dictionary; there are at least eight bytes for each page.
  init(_ bytes: UnsafeRawBufferPointer, pages: Int, words: Int) {
    self.bytes = bytes
    self.pages = pages
    self.words = words
  }

  /// The numbers of the words on a page.
  func numbers(onPage page: Int) throws(TextDamage) -> Range<Int> {
    let end = page + 1 < pages ? firstNumber(page + 1) : words
    guard firstNumber(page) <= end, end <= words else { throw TextDamage() }
    return firstNumber(page)..<end
  }

  /// The page on which a word stands if it stands anywhere; none if there are no pages.
  func page(of word: [UInt8]) throws(TextDamage) -> Int? {
    var (low, high) = (0, pages)
    while low < high {
      let middle = (low + high) / 2
      if word.lexicographicallyPrecedes(try key(middle)) { high = middle } else { low = middle + 1 }
    }
    return pages == 0 ? nil : max(low - 1, 0)
  }

  /// The page of the word with a number.
  func page(of number: Int) -> Int? {
    var (low, high) = (0, pages)
    while low < high {
      let middle = (low + high) / 2
      if number < firstNumber(middle) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? nil : low - 1
  }

  private func firstNumber(_ page: Int) -> Int { Int(bytes.fixed(UInt32.self, at: 8 * page)) }

  private func key(_ page: Int) throws(TextDamage) -> UnsafeRawBufferPointer {
    let keys = 8 * pages
    let start = page == 0 ? 0 : keyEnd(page - 1)
    let end = keyEnd(page)
    guard start <= end, end <= bytes.count - keys else { throw TextDamage() }
    return bytes.cut(keys + start..<keys + end)
  }

  private func keyEnd(_ page: Int) -> Int { Int(bytes.fixed(UInt32.self, at: 8 * page + 4)) }
}
