import Platform

/// What every heat of a race needs.
struct Equipment {
  /// The program that is timed.
  let support: String
  /// This program, which tells the memory of others.
  let bench: String
  let tools: Tools
  /// Where the desks and databases lie.
  let folder: String

  /// The `support` beside this program, and this program.
  static func built() throws -> (support: String, bench: String) {
    guard let own = FileSystem.realPath(try ChildProcess.ownProgram()),
      let folder = FileSystem.parent(of: own)
    else { throw SystemError("find", "support", code: 2) }
    return (folder + "/support", own)
  }

  /// What one would call fast: a program that starts and ends.
  var git: Peer {
    tools.git.map { .runs(Trial("git --version", $0) { _ in ["--version"] }) }
      ?? .notInstalled("git")
  }
}
