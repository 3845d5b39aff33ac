#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A regular file of which parts are read when they are needed, each into the place that it would have
/// if the whole file lay in memory. So parts side by side are one, and what is not read takes no memory:
/// of a mapped file the system brings in much around what is looked at.
package final class PartlyReadFile: @unchecked Sendable {
  private let path: String
  private let file: Int32
  private let memory: UnsafeMutableRawBufferPointer

  package init(_ path: String) throws {
    let file = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    do {
      let status = FileStatus(try SystemCalls.status(file, path))
      guard status.kind == .file else { throw SystemError("read", path, code: EINVAL) }
      memory = try SystemCalls.reserve(status.size, path)
      (self.path, self.file) = (path, file)
    } catch {
      SystemCalls.close(file)
      throw error
    }
  }

  deinit {
    SystemCalls.release(memory)
    SystemCalls.close(file)
  }

  /// All of its memory; only what was read is there. It lies there as long as this value lives.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }

  /// Reads a part of it; throws where the file is shorter by now.
  package func read(_ range: Range<Int>) throws {
    var rest = range
    while !rest.isEmpty {
      let part = UnsafeMutableRawBufferPointer(rebasing: memory[rest])
      let count = try SystemCalls.read(file, part, at: rest.lowerBound, path)
      guard count > 0 else { throw SystemError("read", path, code: EIO) }
      rest = rest.dropFirst(count)
    }
  }
}
