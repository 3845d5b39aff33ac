#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ChildProcess {
  /// What a program said.
  package struct Answer: Sendable {
    /// The exit status; 128 plus the signal for a program that was killed.
    package var status: Int32
    package var output: [UInt8]
    package var errors: [UInt8]
  }

  /// Runs a program to its end: gives it `input` to read, and takes both what it prints and what it
  /// complains of. `environment` is set on top of our own.
  package static func talk(
    _ program: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Answer {
    // A program that does not read all of its input must not be the end of us.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    var dialogue = try Dialogue(input)
    defer { dialogue.hangUp() }
    let child = try spawn(
      program, arguments, dialogue.redirections, environment: environment, defaultSignals: true)
    dialogue.letGo()
    try dialogue.run(program)
    return Answer(
      status: try wait(child, program), output: dialogue.output, errors: dialogue.errors)
  }
}

/// The three pipes to a program, served as it is ready for them.
private struct Dialogue {
  private let input: [UInt8]
  private var given = 0
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  /// Standard input, output and error: the ends that are ours, then those of the program; -1 once
  /// closed.
  private var ours: [Int32]
  private var theirs: [Int32]

  init(_ input: [UInt8]) throws {
    self.input = input
    let (asked, said, complained) = (try Pipe(), try Pipe(), try Pipe())
    ours = [asked.writeEnd, said.readEnd, complained.readEnd]
    theirs = [asked.readEnd, said.writeEnd, complained.writeEnd]
    _ = fcntl(ours[0], F_SETFL, O_NONBLOCK)
  }

  var redirections: [ChildProcess.Redirection] {
    theirs.enumerated().map { .duplicate($0.element, Int32($0.offset)) }
  }

  /// Closes the program's ends, so that its own are the only ones.
  mutating func letGo() {
    for place in theirs.indices { Self.close(&theirs[place]) }
  }

  mutating func hangUp() {
    letGo()
    for place in ours.indices { Self.close(&ours[place]) }
  }

  /// Reads and writes until the program has closed what it prints to.
  mutating func run(_ program: String) throws {
    while ours[1] >= 0 || ours[2] >= 0 {
      if given == input.count { Self.close(&ours[0]) }
      var waiting = ours.enumerated().map { place, file in
        pollfd(fd: file, events: Int16(place == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      try SystemCalls.check("wait for", program) { poll(&waiting, nfds_t(waiting.count), -1) }
      if waiting[0].revents != 0 { give() }
      if waiting[1].revents != 0 { output += try take(1, program) }
      if waiting[2].revents != 0 { errors += try take(2, program) }
    }
  }

  /// Hands over as much as there is room for; whoever stopped listening gets no more.
  private mutating func give() {
    let count = input[given...].withUnsafeBytes { write(ours[0], $0.baseAddress, $0.count) }
    if count >= 0 {
      given += count
    } else if errno != EAGAIN, errno != EINTR {
      Self.close(&ours[0])
    }
  }

  private mutating func take(_ place: Int, _ program: String) throws -> [UInt8] {
    let part = try [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, initialized in
      initialized = try SystemCalls.read(
        ours[place], UnsafeMutableRawBufferPointer(buffer), program)
    }
    if part.isEmpty { Self.close(&ours[place]) }
    return part
  }

  private static func close(_ file: inout Int32) {
    guard file >= 0 else { return }
    Pipe.close(file)
    file = -1
  }
}
