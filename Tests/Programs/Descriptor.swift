import Foundation

/// A file descriptor that is closed with its owner and that no child inherits.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(number) }

  /// A call to the system that failed, and its reason.
  struct Failure: Error, CustomStringConvertible {
    let act: String
    var code = errno
    var description: String { "\(act): \(String(cString: strerror(code)))" }
  }

  enum Chunk {
    case bytes([UInt8])
    case end
    /// Nothing came in time.
    case nothing
  }

  /// Reads what is there, waiting for it at most so many milliseconds.
  func read(within milliseconds: Int32) -> Chunk {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(number, &buffer, buffer.count)
    if count < 0, errno == EINTR { return .nothing }
    // A terminal whose programs have all gone answers with an error rather than with an end.
    return count > 0 ? .bytes(Array(buffer[..<count])) : .end
  }

  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
