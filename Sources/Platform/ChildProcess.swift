#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs other programs: an editor, a pager, git.
package enum ChildProcess {
  /// Where the program is, as a shell would find it.
  package static func find(_ name: String, path: String?) -> String? {
    if name.contains("/") { return FileSystem.isExecutable(name) ? name : nil }
    let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(
      separator: ":", omittingEmptySubsequences: false)
    return folders.lazy.map { ($0.isEmpty ? "." : $0) + "/" + name }
      .first(where: FileSystem.isExecutable)
  }

  /// Runs a program to its end on our own terminal.
  package static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    // An interrupt from the keyboard is the program's to answer while it runs.
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    return try wait(spawn(program, arguments, [], defaultSignals: true), program)
  }

  /// Becomes another program; returns only by throwing.
  package static func become(_ program: String, _ arguments: [String]) throws -> Never {
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    execv(program, &words)
    throw SystemError("run", program, code: errno)
  }

  package static func setVariable(_ name: String, _ value: String) { setenv(name, value, 1) }

  package static func forgetVariables(_ names: [String]) {
    for name in names { unsetenv(name) }
  }

  enum Redirection {
    case duplicate(Int32, Int32)
    case nothing(Int32)
  }

  static func spawn(
    _ program: String, _ arguments: [String], _ redirections: [Redirection],
    environment: [String: String] = [:], defaultSignals: Bool = false
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for redirection in redirections {
      switch redirection {
      case .duplicate(let from, let to): posix_spawn_file_actions_adddup2(&actions, from, to)
      case .nothing(let file):
        posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0)
      }
    }
    if defaultSignals {
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGINT)
      sigaddset(&signals, SIGPIPE)
      posix_spawnattr_setsigdefault(&attributes, &signals)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = variables(with: environment)
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw SystemError("run", program, code: code) }
    return child
  }

  /// Our own environment with some variables set anew.
  private static func variables(
    with changes: [String: String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let variable = next.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      if changes[String(name)] == nil { variables.append(strdup(variable)) }
      next += 1
    }
    return variables + changes.map { strdup("\($0.key)=\($0.value)") } + [nil]
  }

  static func wait(_ child: pid_t, _ program: String) throws -> Int32 {
    var status: Int32 = 0
    try SystemCalls.check("wait for", program) { waitpid(child, &status, 0) }
    return exitStatus(status)
  }

  /// The exit status in what `wait` says; 128 plus the signal for a program that was killed.
  static func exitStatus(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}

/// Two ends of a pipe, neither inherited by programs that are started.
struct Pipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    try SystemCalls.check("open", "a pipe") { pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Closes one end. Members of that name hide the system's own function.
  static func close(_ end: Int32) {
    #if canImport(Darwin)
      Darwin.close(end)
    #elseif canImport(Musl)
      Musl.close(end)
    #else
      Glibc.close(end)
    #endif
  }
}
