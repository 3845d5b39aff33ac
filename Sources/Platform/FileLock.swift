#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An exclusive `flock` on a file, given back when the value ends or its process dies.
///
/// The file's text says who holds it; it is empty while nobody does.
package struct FileLock: ~Copyable {
  fileprivate let file: Int32

  /// Takes the lock, waiting up to `patience` milliseconds; nil when it is still held then.
  package static func take(_ path: String, patience: Int, holder: String) throws -> FileLock? {
    let file = try SystemCalls.open(path, O_RDWR | O_CREAT)
    do {
      guard try wait(for: file, path, patience: patience) else {
        close(file)
        return nil
      }
      try SystemCalls.truncate(file, to: 0, path)
      try Array(holder.utf8).withUnsafeBytes { try SystemCalls.write(file, $0, path) }
    } catch {
      close(file)
      throw error
    }
    return FileLock(file: file)
  }

  private static func wait(for file: Int32, _ path: String, patience: Int) throws -> Bool {
    var waited = 0
    while try !isTaken(file, path) {
      guard waited < patience else { return false }
      if waited < sprint {
        WallClock.sleep(milliseconds: 1)
        waited += 1
      } else {
        try LockWait.wait(for: file, path, milliseconds: patience - waited)
        return try isTaken(file, path)
      }
    }
    return true
  }

  /// For so many milliseconds a waiter looks each millisecond whether the lock is free, and whoever
  /// runs at that moment gets it. That is fast: to wake one that sleeps in line takes as long as a
  /// short change does. It is not fair, so whoever has had no luck by then gets in line.
  private static let sprint = 300

  /// Takes the lock where it is free, or this open file has it already.
  private static func isTaken(_ file: Int32, _ path: String) throws -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw SystemError("lock", path, code: errno) }
    }
    return true
  }

  deinit {
    ftruncate(file, 0)
    close(file)
  }
}
