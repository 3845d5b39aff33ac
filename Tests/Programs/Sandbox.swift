import Foundation

/// A fresh folder to run commands in, with a home and a PATH of its own, gone with its last use.
package final class Sandbox {
  /// The usual places of programs, which follow `support` on the PATH.
  package static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

  /// Holds everything below; it differs from run to run.
  package let root: String
  /// Where commands start.
  package let folder: String
  /// What a command sees of the environment, and nothing else.
  package let environment: [String: String]
  /// How many commands `settings()` has served.
  private var count = 0

  package init() throws {
    let files = FileManager.default
    root =
      files.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "support-" + UUID().uuidString.prefix(8)).path
    folder = root + "/work"
    for name in ["work", "home", "bin"] {
      try files.createDirectory(atPath: root + "/" + name, withIntermediateDirectories: true)
    }
    try files.createSymbolicLink(
      atPath: root + "/bin/support", withDestinationPath: Program.built())
    environment = [
      "PATH": ([root + "/bin"] + Self.folders).joined(separator: ":"),
      "HOME": root + "/home", "LC_ALL": "C", "TZ": "UTC", "TERM": "dumb",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The environment of one more command, with the clock and the seed a step further.
  package func settings() throws -> [String: String] {
    count += 1
    let now = try Clock.date(Clock.start, at: "start") + Double(count - 1)
    return environment.merging([
      "SUPPORT_NOW": Clock.text(now), "SUPPORT_SEED": String(count),
    ]) { $1 }
  }

  /// The command line, begun in the sandbox's folder.
  package func placed(_ command: String) -> String { "cd '\(folder)' && unset OLDPWD\n" + command }

  /// Runs a long script from a file, so that its standard input is free and empty.
  package func run(script: String, timeout: Duration) throws -> Ended {
    let file = root + "/script"
    try placed(script).write(toFile: file, atomically: true, encoding: .utf8)
    return try Child(shell: [file], environment).gather(within: timeout)
  }

  /// Runs a command line without a terminal, for instance to prepare a desk.
  @discardableResult
  package func run(_ command: String, timeout: Duration = .seconds(20)) throws -> Ended {
    try Child(shell: ["-c", placed(command)], settings()).gather(within: timeout)
  }
}
