#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A system call that failed: what was tried, on which path, and why.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  package var operation: String
  package var path: String
  /// The `errno`.
  package var code: Int32

  package init(_ operation: String, _ path: String, code: Int32) {
    (self.operation, self.path, self.code) = (operation, path, code)
  }

  /// The system's own words for the code, in lower case: "no space left on device".
  package var reason: String {
    var words = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &words, words.count) == 0 else { return "error \(code)" }
    let reason = String(
      decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }

  package var description: String { "cannot \(operation) \(path): \(reason)" }

  /// Nothing is there; links that lead round in a circle lead nowhere.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR || code == ELOOP }
  /// Something else stands where a file should be, or where its folder should.
  package var isInTheWay: Bool { [EISDIR, ENOTDIR, EEXIST, ENOTEMPTY, ELOOP].contains(code) }
  /// A folder, device or pipe was to be read as a file.
  package var isNoFile: Bool { code == EISDIR || code == EINVAL }
  package var isReadOnly: Bool { code == EROFS || code == EACCES || code == EPERM }
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  package var isBrokenPipe: Bool { code == EPIPE }
}
