#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file, pipe or standard input that is read from its beginning to its end, a piece at a time.
package struct InputFile: ~Copyable {
  private let file: Int32
  private let name: String
  private let isOurs: Bool

  /// Opens a file or pipe; `-` is standard input.
  package init(_ path: String) throws {
    if path == "-" {
      (file, name, isOurs) = (Terminal.Stream.input.rawValue, "standard input", false)
    } else {
      (file, name, isOurs) = (try Self.open(path), path, true)
    }
  }

  private static func open(_ path: String) throws -> Int32 {
    guard try FileSystem.status(path).kind != .folder else {
      throw SystemError("read", path, code: EISDIR)
    }
    return try SystemCalls.open(path, O_RDONLY)
  }

  deinit { if isOurs { SystemCalls.close(file) } }

  /// Hands out each line, as `InputLines` does.
  package borrowing func forEachLine(
    longest: Int, _ body: (InputLines.Line) throws -> Void
  ) throws {
    var lines = InputLines(file: file, name: name, longest: longest)
    try lines.forEach(pause: {}, body)
  }

  /// Hands out what there is, in blocks.
  package borrowing func forEachBlock(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var block = [UInt8](repeating: 0, count: 262_144)
    while true {
      let count = try block.withUnsafeMutableBytes { try SystemCalls.read(file, $0, name) }
      guard count > 0 else { return }
      try block.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
