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
  ///
  /// Who removes or replaces the file of a lock that is held takes it out of everybody's sight: the
  /// next one locks another file, and both believe that they are alone. So the file that was locked
  /// has to be the one at the path, or else all begins anew with the one that is.
  package static func take(_ path: String, patience: Int, holder: String) throws -> FileLock? {
    let deadline = WallClock.monotonicNanoseconds() + Int64(patience) * 1_000_000
    var rest = patience
    while true {
      let file = try SystemCalls.open(path, O_RDWR | O_CREAT)
      do {
        guard try wait(for: file, path, patience: rest) else {
          SystemCalls.close(file)
          return nil
        }
        let status = FileStatus(try SystemCalls.status(file, path))
        if try isStill(status, at: path) {
          if status.size > 0 { try SystemCalls.truncate(file, to: 0, path) }
          try Array(holder.utf8).withUnsafeBytes { try SystemCalls.write(file, $0, path) }
          return FileLock(file: file, path: path)
        }
      } catch {
        SystemCalls.close(file)
        throw error
      }
      SystemCalls.close(file)
      rest = max(0, Int((deadline - WallClock.monotonicNanoseconds()) / 1_000_000))
    }
  }

  /// Whether an open file is the one at its path.
  private static func isStill(_ open: FileStatus, at path: String) throws -> Bool {
    guard let found = try FileSystem.statusIfPresent(path) else { return false }
    return found.inode == open.inode && found.device == open.device
  }

  private static func wait(for file: Int32, _ path: String, patience: Int) throws -> Bool {
    var waited = 0
    while try !SystemCalls.lock(file, path) {
      guard waited < patience else { return false }
      if waited < sprint {
        let pause = min(1 + waited / 8, 5)
        WallClock.sleep(milliseconds: pause)
        waited += pause
      } else {
        try LockWait.wait(for: file, path, milliseconds: patience - waited)
        return try SystemCalls.lock(file, path)
      }
    }
    return true
  }

  /// For so many milliseconds a waiter looks again and again whether the lock is free, soon at first
  /// and then less often, and whoever runs at that moment gets it. That is fast: to wake one that
  /// sleeps in line takes as long as a short change does. It is not fair, so whoever has had no luck
  /// by then gets in line.
  private static let sprint = 300

  deinit {
    try? SystemCalls.truncate(file, to: 0, path)
    SystemCalls.unlockAndClose(file)
  }
}
