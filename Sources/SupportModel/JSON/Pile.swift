/// Values that are read one behind the other, until what they belong to ends: then they move into an
/// array of just their number. An array that grows with them would move them again and again, and have
/// room for more than it holds.
struct Pile<Element>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit {
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  mutating func put(_ element: consuming Element) {
    if count == capacity { grow() }
    (memory + count).initialize(to: element)
    count += 1
  }

  private mutating func grow() {
    capacity *= 2
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    wider.moveInitialize(from: memory, count: count)
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
    var taken: [Element] = []
    taken.reserveCapacity(count - first)
    for place in first..<count { taken.append((memory + place).move()) }
    count = first
    return taken
  }
}
