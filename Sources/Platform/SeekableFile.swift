#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A regular file that is open for reading at any place, for as long as this value lives.
package final class SeekableFile: @unchecked Sendable {
  fileprivate let path: String
  fileprivate let file: Int32
  /// The number of bytes.
  package let size: Int

  package init(_ path: String) throws {
    let file = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    do {
      let status = FileStatus(try SystemCalls.status(file, path))
      guard status.kind == .file else { throw SystemError("read", path, code: EINVAL) }
      (self.path, self.file, size) = (path, file, status.size)
    } catch {
      SystemCalls.close(file)
      throw error
    }
  }

  deinit { SystemCalls.close(file) }

  /// Fills a buffer with the bytes from a place on; throws where the file ends before.
  package func read(_ buffer: UnsafeMutableRawBufferPointer, at place: Int) throws {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = try SystemCalls.read(file, rest, at: place + done, path)
      guard count > 0 else { throw SystemError("read", path, code: EIO) }
      done += count
    }
  }
}

/// The bytes of a file as they lie in the system's cache, for as long as this value lives. The file must
/// not be cut meanwhile: it is for files that are replaced and never changed.
package final class MappedFile: @unchecked Sendable {
  /// Whole pages of memory; empty for an empty file.
  package let bytes: UnsafeRawBufferPointer

  package init(_ file: SeekableFile) throws {
    bytes = try SystemCalls.map(file.file, size: file.size, file.path)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}

/// A file of which parts are read when they are needed, each into the place that it would have if the
/// whole file lay in memory. So parts side by side are one, and what is not read takes no memory: of a
/// mapped file the system brings in much around what is looked at.
package final class PartlyReadFile: @unchecked Sendable {
  private let file: SeekableFile
  private let memory: UnsafeMutableRawBufferPointer

  package init(_ file: SeekableFile) throws {
    self.file = file
    memory = try SystemCalls.reserve(file.size, file.path)
  }

  deinit { SystemCalls.release(memory) }

  /// All of its memory; only what was read is there. It lies there as long as this value lives.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }

  /// Reads a part of it; throws where the file is shorter by now.
  package func read(_ range: Range<Int>) throws {
    try file.read(UnsafeMutableRawBufferPointer(rebasing: memory[range]), at: range.lowerBound)
  }
}
