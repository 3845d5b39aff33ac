#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Work that is done on a thread of its own while its caller does something else.
///
///     let next = Background { try parse(block) }
///     try write(last)
///     last = try next.value()
package final class Background<Value: Sendable>: AnyTask, @unchecked Sendable {
  private let body: @Sendable () throws -> Value
  /// Written by the thread, and read once that has ended.
  private var outcome: Result<Value, any Error>?
  private var thread: pthread_t?

  /// Where the system has no thread to spare, the work is done when its value is asked for.
  package init(_ body: @escaping @Sendable () throws -> Value) {
    self.body = body
    super.init()
    thread = Self.start(self)
  }

  /// Whether it is done while its caller does something else.
  var isOnThread: Bool { thread != nil }

  /// Waits for the work to end. To be called once.
  package func value() throws -> Value {
    if let thread { pthread_join(thread, nil) } else { work() }
    guard let outcome else {
      preconditionFailure("a thread that has ended has done its work")
    }
    return try outcome.get()
  }

  override fileprivate func work() { outcome = Result { try body() } }

  private static func start(_ task: AnyTask) -> pthread_t? {
    let box = Unmanaged.passRetained(task)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, workInBackground, box.toOpaque()) == 0 else {
      box.release()
      return nil
    }
    return thread
  }
}

/// Work for a thread, whatever it makes.
package class AnyTask {
  fileprivate init() {}

  fileprivate func work() {}
}

#if canImport(Darwin)
  private typealias ThreadArgument = UnsafeMutableRawPointer
#else
  private typealias ThreadArgument = UnsafeMutableRawPointer?
#endif

/// What the thread does. A function of its own, because that is what `pthread_create` takes.
private func workInBackground(_ argument: ThreadArgument) -> UnsafeMutableRawPointer? {
  let address: UnsafeMutableRawPointer? = argument
  if let address { Unmanaged<AnyTask>.fromOpaque(address).takeRetainedValue().work() }
  return nil
}
