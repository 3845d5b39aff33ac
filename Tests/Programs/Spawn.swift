import Foundation

/// `posix_spawn` as tests need it: a session of its own, and signals as a shell would hand them on.
enum Spawn {
  #if canImport(Darwin)
    private static let flags =
      POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
      | POSIX_SPAWN_CLOEXEC_DEFAULT
    private static var noActions: posix_spawn_file_actions_t? { nil }
    private static var noAttributes: posix_spawnattr_t? { nil }
  #else
    /// 0x80 is `POSIX_SPAWN_SETSID`, which glibc hides from Swift.
    private static let flags = 0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    private static var noActions: posix_spawn_file_actions_t { .init() }
    private static var noAttributes: posix_spawnattr_t { .init() }
  #endif

  /// Starts a program, given by its path, and returns its process id.
  static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    on channel: borrowing Channel
  ) throws -> pid_t {
    var actions = noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opening it by its path, in a new session, is what makes a terminal the controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, channel.terminal ?? "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, channel.far.number, 1)
    posix_spawn_file_actions_adddup2(&actions, channel.far.number, 2)

    var attributes = noAttributes
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let arguments = ([program] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for copy in arguments + settings { free(copy) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, arguments, settings)
    guard code == 0 else { throw Descriptor.Failure(act: "start \(program)", code: code) }
    return process
  }
}
