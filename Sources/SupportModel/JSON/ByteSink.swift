/// Bytes that are written one behind the other, in memory that grows. An array would look at each step
/// whether somebody else has it too.
struct ByteSink: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  mutating func put(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    memory[count] = byte
    count += 1
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Takes back the last byte.
  mutating func removeLast() {
    precondition(count > 0, "there is no byte to take back")
    count -= 1
  }

  private mutating func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: memory, count: count)
    memory.deallocate()
    memory = wider
  }

  /// What was written.
  var bytes: [UInt8] { Array(written) }

  /// Lies there until more is written.
  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }
}
