/// Writes the words of a segment in the order of their letters, in pages that are searched without
/// reading them through, and after them an index of the pages.
///
/// ```
/// page    groups (16 bits) | where each group begins in the page (16 bits each) | groups
/// group   where its postings begin | where its places begin | 16 entries
/// index   for each page: number of its first word | end of its key (32 bits each) | keys
/// ```
///
/// Each page has 4096 bytes and begins at a multiple of them. Its key is the shortest text that is
/// after the last word of the page before and not after its own first word.
struct DictionaryWriter {
  static let pageSize = 4096
  static let groupSize = 16

  /// The pages so far, which begin at a multiple of their size.
  private(set) var pages: [UInt8] = []
  private var keys: [UInt8] = []
  private var index: [UInt8] = []
  private(set) var pageCount = 0
  /// The words so far.
  private(set) var count = 0

  private let shape: DictionaryShape
  private var starts: [UInt16] = []
  private var groups: [UInt8] = []
  private var last: [UInt8] = []
  private var entry: [UInt8] = []
  private var inGroup = 0
  private var postings = 0
  private var places = 0

  init(_ shape: DictionaryShape) { self.shape = shape }

  /// Adds a word after those before.
  mutating func add(_ word: UnsafeRawBufferPointer, _ value: DictionaryEntry) {
    if inGroup == Self.groupSize { inGroup = 0 }
    write(word, value)
    if 2 + 2 * (starts.count + (inGroup == 0 ? 1 : 0)) + groups.count + entry.count
      > Self.pageSize
    {
      endPage()
      inGroup = 0
      write(word, value)
    }
    if groups.isEmpty { beginPage(word) }
    if inGroup == 0 { starts.append(UInt16(groups.count)) }
    groups += entry
    inGroup += 1
    count += 1
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: word)
    if let added = value.postings {
      postings += PostingsLayout(added.documents, of: shape.documents).size
      places += added.places.count
    }
  }

  /// Prepares an entry as it has to be at this place.
  private mutating func write(_ word: UnsafeRawBufferPointer, _ value: DictionaryEntry) {
    entry.removeAll(keepingCapacity: true)
    if inGroup == 0 {
      entry.append(number: postings)
      entry.append(number: places)
    }
    let shared = inGroup == 0 ? 0 : shared(with: word)
    entry.append(UInt8(shared))
    entry.append(UInt8(word.count - shared))
    entry.append(contentsOf: word[shared...])
    value.write(number: count, of: shape, to: &entry)
  }

  private func shared(with word: UnsafeRawBufferPointer) -> Int {
    zip(last, word).prefix { $0 == $1 }.count
  }

  private mutating func beginPage(_ word: UnsafeRawBufferPointer) {
    index.append(fixed: UInt32(count))
    if count > 0 { keys.append(contentsOf: word.prefix(shared(with: word) + 1)) }
    index.append(fixed: UInt32(keys.count))
    pageCount += 1
  }

  private mutating func endPage() {
    let head = 2 + 2 * starts.count
    pages.append(fixed: UInt16(starts.count))
    for start in starts { pages.append(fixed: UInt16(head) + start) }
    pages += groups
    pages.append(contentsOf: repeatElement(0, count: Self.pageSize - head - groups.count))
    starts.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
  }

  /// Ends the last page and returns the index of all.
  mutating func finish() -> [UInt8] {
    if !groups.isEmpty { endPage() }
    return index + keys
  }
}
