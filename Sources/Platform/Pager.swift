#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A pager that shows what is written to it, until it is closed.
package final class Pager {
  package let stream: StandardStream
  private let pipe: Pipe
  private let child: pid_t
  private let program: String

  /// Starts the pager through the shell, as git does, so that it may have options.
  package init(command: String) throws {
    // `less` as git runs it: quit if one screen, keep colours, do not clear the screen.
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    pipe = try Pipe()
    program = command
    child = try ChildProcess.spawn(
      "/bin/sh", ["-c", command], [.duplicate(pipe.readEnd, Terminal.Stream.input.rawValue)])
    Pipe.close(pipe.readEnd)
    signal(SIGPIPE, SIG_IGN)
    stream = StandardStream(file: pipe.writeEnd, name: "the pager")
  }

  /// Writes what is left and waits until the reader is done. A pager that was left early is fine.
  package func finish() throws {
    let ignored = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, ignored) }
    do { try stream.flush() } catch let error as SystemError where error.code == EPIPE {}
    Pipe.close(pipe.writeEnd)
    _ = try ChildProcess.wait(child, program)
  }
}
