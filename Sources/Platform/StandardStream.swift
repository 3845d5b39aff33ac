#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Collects what goes to a stream and writes it in large pieces.
package final class StandardStream {
  private let file: Int32
  private let name: String
  private var waiting: [UInt8] = []
  private static let piece = 65_536
  /// What errors call standard output.
  package static let outputName = "standard output"

  package init(_ stream: Terminal.Stream) {
    file = stream.rawValue
    name = stream == .error ? "standard error" : Self.outputName
  }

  /// Takes over a file descriptor that somebody else closes: a pager's pipe.
  package init(file: Int32, name: String) { (self.file, self.name) = (file, name) }

  package func write(_ text: String) throws { try write(Array(text.utf8)) }

  package func write(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= Self.piece { try flush() }
  }

  package func flush() throws {
    let bytes = waiting
    waiting = []
    try bytes.withUnsafeBytes { try SystemCalls.write(file, $0, name) }
  }

  /// All of standard input, up to its end.
  package static func readInput() throws -> [UInt8] {
    try FileSystem.readAll(Terminal.Stream.input.rawValue, "standard input", expecting: 0)
  }
}
