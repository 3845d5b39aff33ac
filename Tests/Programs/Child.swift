import Foundation

/// A shell started in a session of its own, so that it has no terminal but the one given to it,
/// and so that it can be killed with everything it started.
package struct Child: ~Copyable {
  private let process: pid_t
  private let output: Descriptor

  /// Two starts at once would hand each other's channels to their programs.
  private static let turn = NSLock()

  /// Starts `/bin/sh` on a terminal, which becomes the one that controls it; or without any, its
  /// input empty and both of its outputs in one pipe.
  package init(
    shell arguments: [String], _ environment: [String: String], on terminal: Terminal.Size? = nil
  ) throws {
    Self.turn.lock()
    defer { Self.turn.unlock() }
    let channel = if let terminal { try Channel(terminal) } else { try Channel() }
    process = try Spawn.start("/bin/sh", arguments, environment, on: channel)
    output = channel.closingFar()
  }

  /// Reads what the shell prints until it ends, typing each text when its prompt has come.
  /// Afterwards, and when the time is up, everything it started is killed.
  package consuming func gather(
    within timeout: Duration, typing answers: [(prompt: String, text: String)] = [],
    limit: Int = 64 << 20
  ) -> Ended {
    let deadline = ContinuousClock.now + timeout
    var printed: [UInt8] = []
    var seen = 0
    var answers = answers[...]
    var status: Int32?
    var way: Ended.Way?
    reading: while way == nil {
      while let next = answers.first, let end = printed.end(of: next.prompt, after: seen) {
        seen = end
        output.write(next.text)
        answers.removeFirst()
      }
      let left = max(0, min(50, Int32((deadline - ContinuousClock.now) / .milliseconds(1))))
      switch output.read(within: status == nil ? left : 0) {
      case .bytes(let bytes): printed += bytes
      case .end: break reading
      // What it left running may hold the output open: enough that it is gone and all is read.
      case .nothing where status != nil: break reading
      case .nothing: status = reaped()
      }
      if printed.count > limit { way = .printedTooMuch }
      if ContinuousClock.now > deadline { way = .timedOut }
    }
    while way == nil, status == nil {
      status = reaped()
      if status == nil { usleep(1000) }
      if ContinuousClock.now > deadline { way = .timedOut }
    }
    kill(-process, SIGKILL)
    if status == nil { waitpid(process, nil, 0) }
    return Ended(output: printed, way: way ?? Self.way(status ?? 0))
  }

  /// The wait status, once the shell has ended.
  private func reaped() -> Int32? {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == process ? status : nil
  }

  /// Reads a wait status as the macros of `sys/wait.h` do.
  private static func way(_ status: Int32) -> Ended.Way {
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: signal)
  }
}

extension [UInt8] {
  /// Where a text ends that is looked for from an index on; an empty one is there at once.
  fileprivate func end(of text: String, after start: Int) -> Int? {
    text.isEmpty ? start : self[start...].firstRange(of: Array(text.utf8))?.upperBound
  }
}
