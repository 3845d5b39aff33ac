#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder that is open: to ask about many of its files by their names takes half as long as to
/// walk the path to each of them.
package struct OpenFolder: ~Copyable {
  private let folder: Int32
  private let path: String

  package init(_ path: String) throws {
    folder = try SystemCalls.open(path, Self.toAsk | O_DIRECTORY)
    self.path = path
  }

  /// To ask about files takes no right to list them.
  #if canImport(Darwin)
    private static let toAsk = O_SEARCH
  #else
    /// `O_PATH`, which Swift's Glibc lacks.
    private static let toAsk: Int32 = 0o10_000_000
  #endif

  /// Nil where there is nothing.
  package static func ifPresent(_ path: String) throws -> OpenFolder? {
    do { return try OpenFolder(path) } catch let error as SystemError where error.isMissing {
      return nil
    }
  }

  deinit { SystemCalls.close(folder) }

  /// What the system says of the folder itself.
  package borrowing func status() throws -> FileStatus {
    FileStatus(try SystemCalls.status(folder, path))
  }

  /// What the system says of what has a name in it; the name ends with a zero.
  package borrowing func status(of name: UnsafePointer<CChar>) throws -> FileStatus {
    FileStatus(try SystemCalls.status(of: name, in: folder, path))
  }

  /// The same of a name or path; nil where there is nothing.
  package borrowing func statusIfPresent(of name: String) throws -> FileStatus? {
    do { return try status(of: name) } catch let error as SystemError where error.isMissing {
      return nil
    }
  }
}
