#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Waits for a lock with a bound.
///
/// `flock` itself waits without one. So a thread waits in it, on a second descriptor of the same
/// open file, and closes its end of a pipe when it has the lock; the other end is watched for as
/// long as there is patience. Whoever waits in the kernel is woken at once when the lock is given
/// back. A waiter that looks again and again finds it free too late, while those that came last,
/// and look most often, take it from those that wait longest.
///
/// After the patience is up the thread goes on waiting. The lock that it gets then is given back
/// with its descriptor, the last one of the open file.
enum LockWait {
  /// Waits up to so many milliseconds until the lock on an open file is free or ours.
  static func wait(for file: Int32, _ path: String, milliseconds: Int) throws {
    let pipe = try Pipe()
    defer { close(pipe.readEnd) }
    let second = fcntl(file, F_DUPFD_CLOEXEC, 3)
    let failure = second < 0 ? errno : startThread(Ends(file: second, signal: pipe.writeEnd))
    guard failure == 0 else {
      close(pipe.writeEnd)
      if second >= 0 { close(second) }
      throw SystemError("lock", path, code: failure)
    }
    watch(pipe.readEnd, milliseconds: milliseconds)
  }

  private static func watch(_ end: Int32, milliseconds: Int) {
    let deadline = WallClock.monotonicNanoseconds() + Int64(milliseconds) * 1_000_000
    var request = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
    while true {
      let rest = max(0, deadline - WallClock.monotonicNanoseconds()) / 1_000_000
      if poll(&request, 1, Int32(clamping: rest)) >= 0 || errno != EINTR { return }
    }
  }

  /// The descriptors that the thread closes. A thread's argument is one pointer, which has room for
  /// both.
  fileprivate struct Ends {
    var file: Int32
    var signal: Int32

    init(file: Int32, signal: Int32) { (self.file, self.signal) = (file, signal) }

    init(_ argument: UnsafeMutableRawPointer?) {
      let bits = UInt64(UInt(bitPattern: argument))
      self.init(file: Int32(bits >> 32), signal: Int32(bits & 0xFFFF_FFFF))
    }

    var argument: UnsafeMutableRawPointer? {
      UnsafeMutableRawPointer(bitPattern: UInt(UInt64(file) << 32 | UInt64(signal)))
    }
  }

  /// Returns the `errno`, 0 when the thread runs.
  private static func startThread(_ ends: Ends) -> Int32 {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(&thread, nil, waitInThread, ends.argument)
    guard code == 0 else { return code }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return 0
  }
}

#if canImport(Darwin)
  private typealias ThreadArgument = UnsafeMutableRawPointer
#else
  private typealias ThreadArgument = UnsafeMutableRawPointer?
#endif

/// What the thread does. A function of its own, because that is what `pthread_create` takes.
private func waitInThread(_ argument: ThreadArgument) -> UnsafeMutableRawPointer? {
  let ends = LockWait.Ends(argument)
  SystemCalls.waitForLock(ends.file)
  close(ends.signal)
  close(ends.file)
  return nil
}
