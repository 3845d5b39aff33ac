#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is written piece by piece, beside its place: it is there when it is whole.
package final class OutputFile {
  package let path: String
  private let beside: String
  private var file: Int32
  private let stream: StandardStream

  package init(_ path: String) throws {
    self.path = path
    beside = "\(path).\(getpid()).tmp"
    do { file = try SystemCalls.open(beside, O_WRONLY | O_CREAT | O_TRUNC) } catch let error
      as SystemError
    { throw SystemError(error.operation, path, code: error.code) }
    stream = StandardStream(file: file, name: path)
  }

  package func write(_ bytes: [UInt8]) throws { try stream.write(bytes) }

  /// Puts it in its place.
  package func finish() throws {
    try stream.flush()
    close()
    try SystemCalls.rename(beside, to: path)
  }

  private func close() {
    SystemCalls.close(file)
    file = -1
  }

  deinit {
    guard file >= 0 else { return }
    close()
    try? SystemCalls.remove(beside)
  }
}
