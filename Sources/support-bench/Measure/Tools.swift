import Platform

/// The programs of other people that are raced against; nil for one that is not installed.
struct Tools {
  let git: String?
  let sqlite: String?
  let tar: String?
  let jq: String?

  init(_ environment: Environment) {
    git = ChildProcess.find("git", path: environment["PATH"])
    sqlite = ChildProcess.find("sqlite3", path: environment["PATH"])
    tar = ChildProcess.find("tar", path: environment["PATH"])
    jq = ChildProcess.find("jq", path: environment["PATH"])
  }
}
