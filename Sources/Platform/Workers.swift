import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Threads for work that falls into parts.
package enum Workers {
  /// How many parts this machine can work on at once.
  package static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What `body` makes of each number from 0 up to `parts`, in that order. Up to `most` are worked on
  /// at once, on threads of their own. Where one throws, parts that have not begun are left, and the
  /// error is thrown.
  ///
  /// `watch` is called on the caller's thread now and then while the others are at work.
  package static func map<Part: Sendable>(
    _ parts: Int, most: Int = count, watch: (() -> Void)? = nil,
    _ body: @escaping @Sendable (Int) throws -> Part
  ) throws -> [Part] {
    guard parts > 1, most > 1, !isWatched else {
      return try (0..<parts).map { part in
        watch?()
        return try body(part)
      }
    }
    let bench = Bench(parts, body)
    let threads = (0..<min(parts, most)).map { _ in Background { bench.work() } }
    while let watch, !bench.isDone, threads.contains(where: \.isOnThread) {
      usleep(20_000)
      watch()
    }
    for thread in threads { try thread.value() }
    return try bench.results()
  }

  /// A test's plan for the calls about files is known to its own thread only.
  private static var isWatched: Bool {
    #if DEBUG
      FileFaults.current != nil
    #else
      false
    #endif
  }
}

/// The parts of a piece of work, from which threads take one after the other.
private final class Bench<Part: Sendable>: Sendable {
  private struct State {
    var next = 0
    var finished = 0
    var results: [Part?]
    var failure: (any Error)?
  }

  private let body: @Sendable (Int) throws -> Part
  private let parts: Int
  private let state: Mutex<State>

  init(_ parts: Int, _ body: @escaping @Sendable (Int) throws -> Part) {
    (self.parts, self.body) = (parts, body)
    state = Mutex(State(results: Array(repeating: nil, count: parts)))
  }

  func work() {
    while let part = take() {
      let result = Result { try body(part) }
      state.withLock { state in
        state.finished += 1
        switch result {
        case .success(let made): state.results[part] = made
        case .failure(let error):
          state.failure = state.failure ?? error
          // Nobody is to begin another one.
          state.finished += parts - state.next
          state.next = parts
        }
      }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < parts else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  var isDone: Bool { state.withLock { $0.finished >= parts } }

  func results() throws -> [Part] {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.results.compactMap(\.self)
    }
  }
}
