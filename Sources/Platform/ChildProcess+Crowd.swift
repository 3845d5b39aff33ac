#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ChildProcess {
  /// What processes that ran side by side came to.
  package struct Crowd: Sendable {
    /// How many ended with status 0.
    package var succeeded = 0
    package var failed = 0
    /// From before the first was started until all had ended.
    package var nanoseconds: Int64 = 0

    package var succeededPerSecond: Double {
      Double(succeeded) * 1_000_000_000 / Double(max(1, nanoseconds))
    }
  }

  /// Keeps so many processes of a program running for a time: where one ends, the next is started.
  /// `words` gives the arguments of each, counted from 0. No other children may be running.
  package static func crowd(
    of program: String, count: Int, milliseconds: Int, words: (Int) -> [String]
  ) throws -> Crowd {
    var crowd = Crowd()
    var running = 0
    var started = 0
    let begin = WallClock.monotonicNanoseconds()
    let end = begin + Int64(milliseconds) * 1_000_000
    while true {
      while running < count, WallClock.monotonicNanoseconds() < end {
        _ = try spawn(program, words(started), [.nothing(0), .nothing(1), .nothing(2)])
        (started, running) = (started + 1, running + 1)
      }
      guard running > 0 else { break }
      if try waitForAny(program) == 0 { crowd.succeeded += 1 } else { crowd.failed += 1 }
      running -= 1
    }
    crowd.nanoseconds = WallClock.monotonicNanoseconds() - begin
    return crowd
  }

  private static func waitForAny(_ program: String) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(-1, &status, 0) == -1 {
      guard errno == EINTR else { throw SystemError("wait for", program, code: errno) }
    }
    return exitStatus(status)
  }
}
