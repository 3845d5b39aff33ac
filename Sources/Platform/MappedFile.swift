#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The bytes of a regular file as they lie in the system's cache, for as long as this value lives. The
/// file must not be cut meanwhile: it is for files that are replaced and never changed.
package final class MappedFile: @unchecked Sendable {
  /// Whole pages of memory; empty for an empty file.
  package let bytes: UnsafeRawBufferPointer

  package init(_ path: String) throws {
    let file = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    defer { SystemCalls.close(file) }
    let status = FileStatus(try SystemCalls.status(file, path))
    guard status.kind == .file else { throw SystemError("read", path, code: EINVAL) }
    bytes = try SystemCalls.map(file, size: status.size, path)
    // Few places are looked at: to bring in the pages around each would take longer.
    madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_RANDOM)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
