#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is written piece by piece, beside its place: it is there when it is whole. What is no
/// file, such as a device or a pipe, is written to as it is: to put a file in its place would take it away
/// from everybody. A link leads to what it names.
package final class OutputFile {
  package let path: String
  private let place: String
  /// Nil where the place itself is written to.
  private let beside: String?
  private var file: Int32
  private let stream: StandardStream

  package init(_ path: String) throws {
    self.path = path
    place = FileSystem.realPath(path) ?? path
    let kind = try FileSystem.statusIfPresent(place)?.kind ?? .file
    if kind == .folder { throw SystemError("write", path, code: EISDIR) }
    beside = kind == .file ? "\(place).\(getpid()).tmp" : nil
    do {
      file = try SystemCalls.open(beside ?? place, O_WRONLY | O_CREAT | O_TRUNC)
    } catch let error as SystemError {
      throw SystemError(error.operation, path, code: error.code)
    }
    stream = StandardStream(file: file, name: path)
  }

  /// Writes all of a file.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.finish()
  }

  package func write(_ bytes: [UInt8]) throws { try stream.write(bytes) }

  /// Puts it in its place.
  package func finish() throws {
    try stream.flush()
    close()
    if let beside { try SystemCalls.rename(beside, to: place) }
  }

  private func close() {
    SystemCalls.close(file)
    file = -1
  }

  deinit {
    guard file >= 0 else { return }
    close()
    if let beside { try? SystemCalls.remove(beside) }
  }
}
