#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The lines of standard input, read in large blocks and handed out where they lie: it holds no more
/// than a block and the longest line.
package struct InputLines: ~Copyable {
  /// A line as it was read, or the news that one was too long to be.
  package enum Line {
    case bytes(UnsafeBufferPointer<UInt8>)
    case tooLong(limit: Int)
  }

  /// In bytes.
  private static let block = 262_144
  private let longest: Int
  private let file: Int32
  private let name: String
  private var buffer: [UInt8]
  /// The bytes of the buffer that are read and not handed out.
  private var waiting = 0..<0

  /// Reads standard input; a line of more than `longest` bytes is passed over.
  package init(longest: Int = 1_048_576) {
    self.init(file: Terminal.Stream.input.rawValue, name: "standard input", longest: longest)
  }

  /// Reads a file descriptor that somebody else closes.
  init(file: Int32, name: String, longest: Int) {
    (self.file, self.name, self.longest) = (file, name, longest)
    buffer = [UInt8](repeating: 0, count: longest + Self.block)
  }

  /// Hands out each line, without its end, up to the end of input. `pause` is called before each
  /// wait for more: whoever writes line by line may be waiting for what was made of the last one.
  package mutating func forEach(
    pause: () throws -> Void, _ body: (Line) throws -> Void
  ) throws {
    var isPassing = false
    while true {
      try handOut { line in
        if isPassing { isPassing = false } else { try body(line) }
      }
      if waiting.count > longest {
        if !isPassing { try body(.tooLong(limit: longest)) }
        isPassing = true
        waiting = 0..<0
      }
      try pause()
      guard try fill() else { break }
    }
    if !waiting.isEmpty, !isPassing {
      try buffer.withUnsafeBufferPointer { bytes in
        try body(.bytes(UnsafeBufferPointer(rebasing: bytes[waiting])))
      }
    }
  }

  private mutating func handOut(_ body: (Line) throws -> Void) throws {
    var start = waiting.lowerBound
    let end = waiting.upperBound
    try buffer.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      while start < end, let found = memchr(base + start, 0x0A, end - start) {
        let length = UnsafeRawPointer(base + start).distance(to: UnsafeRawPointer(found))
        let line = UnsafeBufferPointer(start: base + start, count: length)
        start += length + 1
        try body(length > longest ? .tooLong(limit: longest) : .bytes(line))
      }
    }
    waiting = start..<end
  }

  /// Reads a block behind what is waiting; false at the end of input.
  private mutating func fill() throws -> Bool {
    let kept = waiting.count
    let start = waiting.lowerBound
    let count = try buffer.withUnsafeMutableBytes { bytes in
      if start > 0, kept > 0, let base = bytes.baseAddress { memmove(base, base + start, kept) }
      let room = UnsafeMutableRawBufferPointer(rebasing: bytes[kept..<kept + Self.block])
      return try SystemCalls.read(file, room, name)
    }
    waiting = 0..<kept + count
    return count > 0
  }
}
