#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The three standard streams: whether they are terminals, and how wide.
package enum Terminal {
  package enum Stream: Int32, Sendable { case input, output, error }

  package static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Columns of the terminal behind standard output; nil where there is none.
  package static func width() -> Int? {
    var size = winsize()
    guard ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Opens `/dev/null` for streams that were closed, so that no file of a desk ever gets their
  /// numbers.
  package static func openMissingStreams() {
    for stream in [Stream.input, .output, .error]
    where fcntl(stream.rawValue, F_GETFD) == -1 {
      _ = open("/dev/null", stream == .input ? O_RDONLY : O_WRONLY)
    }
  }
}

extension Terminal {
  /// A line from standard input, without its end; nil at the end of input.
  package static func readLine() -> String? { Swift.readLine(strippingNewline: true) }
}

extension Terminal {
  /// Makes a write past the shell's limit of file sizes an error to report, not the end of us.
  package static func surviveFileSizeLimit() { signal(SIGXFSZ, SIG_IGN) }

  /// Ends the process with a status.
  package static func exit(_ status: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }
}
