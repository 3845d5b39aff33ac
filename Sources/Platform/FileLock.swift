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
  private let file: Int32
  private let path: String

  /// Takes the lock, waiting up to `patience` milliseconds; nil when it is still held then.
  package static func take(_ path: String, patience: Int, holder: String) throws -> FileLock? {
    let file = try SystemCalls.open(path, O_RDWR | O_CREAT)
    do {
      guard try wait(for: file, path, patience: patience) else {
        SystemCalls.close(file)
        return nil
      }
      try SystemCalls.truncate(file, to: 0, path)
      try Array(holder.utf8).withUnsafeBytes { try SystemCalls.write(file, $0, path) }
    } catch {
      SystemCalls.close(file)
      throw error
    }
    return FileLock(file: file, path: path)
  }

  private static func wait(for file: Int32, _ path: String, patience: Int) throws -> Bool {
    var waited = 0
    while try !SystemCalls.lock(file, path) {
      guard waited < patience else { return false }
      if waited < sprint {
        WallClock.sleep(milliseconds: 1)
        waited += 1
      } else {
        try LockWait.wait(for: file, path, milliseconds: patience - waited)
        return try SystemCalls.lock(file, path)
      }
    }
    return true
  }

  /// For so many milliseconds a waiter looks each millisecond whether the lock is free, and whoever
  /// runs at that moment gets it. That is fast: to wake one that sleeps in line takes as long as a
  /// short change does. It is not fair, so whoever has had no luck by then gets in line.
  private static let sprint = 300

  deinit {
    try? SystemCalls.truncate(file, to: 0, path)
    SystemCalls.close(file)
  }
}
