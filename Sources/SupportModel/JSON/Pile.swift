/// Values that are read one behind the other, until what they belong to ends: then they move into an
/// array of just their number. An array that grows with them would move them again and again, and have
/// room for more than it holds.
struct Pile<Element>: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
  private let least: Int
  private(set) var count = 0

  /// It takes memory for so many with the first.
  init(capacity: Int) { least = capacity }

  deinit {
    memory[..<count].deinitialize()
    memory.deallocate()
  }

  mutating func put(_ element: consuming Element) {
    if count == memory.count { grow() }
    memory.initializeElement(at: count, to: element)
    count += 1
  }

  private mutating func grow() {
    let wider = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(least, 2 * count))
    _ = wider.moveInitialize(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = wider
  }

  /// Whether one of those from a place on is so.
  func holds(from first: Int, where isSo: (borrowing Element) -> Bool) -> Bool {
    for place in first..<count where isSo(memory[place]) { return true }
    return false
  }

  /// Takes off those from a place on.
  mutating func take(from first: Int) -> [Element] {
    let taken = [Element](unsafeUninitializedCapacity: count - first) { taken, number in
      number = taken.moveInitialize(fromContentsOf: memory[first..<count])
    }
    count = first
    return taken
  }
}
