#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ChildProcess {
  /// What a program that ran to its end has cost.
  package struct Cost: Sendable {
    /// As in `Result`.
    package var status: Int32
    /// From just before it was started until it was seen to have ended.
    package var nanoseconds: Int64
    /// The most memory it held at a time, in bytes.
    package var peakMemory: Int
  }

  /// Runs a program with nothing to read and nobody to listen, and says what that has cost.
  package static func cost(of program: String, _ arguments: [String]) throws -> Cost {
    var status: Int32 = 0
    var usage = rusage()
    let started = WallClock.monotonicNanoseconds()
    let child = try spawn(program, arguments, [.nothing(0), .nothing(1), .nothing(2)])
    try SystemCalls.check("wait for", program) { wait4(child, &status, 0, &usage) }
    let ended = WallClock.monotonicNanoseconds()
    return Cost(
      status: exitStatus(status), nanoseconds: ended - started,
      peakMemory: usage.ru_maxrss * bytesPerUnit)
  }

  #if canImport(Darwin)
    private static let bytesPerUnit = 1
  #else
    private static let bytesPerUnit = 1024
  #endif
}

extension ChildProcess {
  /// The path of the program that is running.
  package static func ownProgram() throws -> String {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0 else {
        throw SystemError("find", "this program", code: ENAMETOOLONG)
      }
      return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }
}
