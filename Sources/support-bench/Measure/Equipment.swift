/// What every heat of a race needs.
struct Equipment {
  /// The program that is timed.
  let support: String
  /// This program, which tells the memory of others.
  let bench: String
  let tools: Tools
  /// Where the desks and databases lie.
  let folder: String

  /// What one would call fast: a program that starts and ends.
  var git: Peer {
    tools.git.map { .runs(Trial("git --version", $0) { _ in ["--version"] }) }
      ?? .notInstalled("git")
  }
}
