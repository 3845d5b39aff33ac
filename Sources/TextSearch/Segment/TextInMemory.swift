/// Bytes of a segment that stay where they are in memory.
package final class TextInMemory: TextSource, @unchecked Sendable {
  private let storage: UnsafeMutableRawBufferPointer

  package init(_ bytes: [UInt8]) {
    storage = .allocate(byteCount: bytes.count, alignment: 8)
    storage.copyBytes(from: bytes)
  }

  deinit { storage.deallocate() }

  package var count: Int { storage.count }

  package func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: storage[range])
  }
}
