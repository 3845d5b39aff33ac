#if DEBUG
  #if canImport(Darwin)
    import Darwin
  #elseif canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// What tests put between this program and its files: every system call of `SystemCalls` asks the
  /// plan first, and may fail, move fewer bytes, or be the last that this process ever makes.
  ///
  ///     let faults = FileFaults { call, number in number == 7 ? .fail(ENOSPC) : .proceed }
  ///     try faults.during { try desk.open(opening) }
  ///
  /// It exists in debug builds only, and there for the task that asked for it: others never notice.
  /// One value serves one task at a time.
  package final class FileFaults: @unchecked Sendable {
    package enum Answer: Equatable {
      case proceed
      /// The call is not made, and fails with this `errno`. `EINTR` has it tried again.
      case fail(Int32)
      /// A read or write moves at most so many bytes; another call proceeds.
      case short(Int)
      /// The call is not made, and no later one either, as for a process that was killed.
      case die
    }

    /// Asked before each call, with its number from 1 on. A call that is tried again is another one.
    package typealias Plan = (FileCall, Int) -> Answer
    /// Told of each call that was made, with what it returned; -1 for one that failed.
    package typealias Witness = (FileCall, Int) -> Void

    @TaskLocal static var current: FileFaults?

    private let plan: Plan
    private let witness: Witness
    /// How many calls were made or refused while alive.
    package private(set) var count = 0
    package private(set) var isDead = false

    package init(_ plan: @escaping Plan, witness: @escaping Witness = { _, _ in }) {
      (self.plan, self.witness) = (plan, witness)
    }

    /// Runs a body whose files are subject to the plan.
    package func during<Result>(_ body: () throws -> Result) rethrows -> Result {
      try Self.$current.withValue(self, operation: body)
    }

    /// Makes a call as the plan wants it. `body` makes it with the number of bytes it is given.
    func attempt(_ call: FileCall, _ size: Int, _ body: (Int) -> Int) -> Int {
      switch answer(to: call) {
      case .proceed: return made(call, body(size))
      case .short(let most): return made(call, body(min(most, size)))
      case .fail(let code): errno = code
      case .die:
        isDead = true
        errno = EIO
      }
      // The system closes the files of a dead process, and gives their locks to others.
      if case .close = call { return body(0) }
      return -1
    }

    private func answer(to call: FileCall) -> Answer {
      guard !isDead else { return .die }
      count += 1
      return plan(call, count)
    }

    private func made(_ call: FileCall, _ result: Int) -> Int {
      let code = errno
      witness(call, result)
      errno = code
      return result
    }
  }
#endif
