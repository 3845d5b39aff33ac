import Platform

/// The programs of other people that are raced against; nil for one that is not installed.
struct Tools {
  let git: String?
  let sqlite: String?
  let tar: String?
  let jq: String?
  /// Whether the sqlite3 that is installed can search texts.
  let searchesTexts: Bool

  /// Nobody to race against.
  static let none = Tools(git: nil, sqlite: nil, tar: nil, jq: nil, searchesTexts: false)
}

extension Tools {
  init(_ environment: Environment) throws {
    git = ChildProcess.find("git", path: environment["PATH"])
    sqlite = ChildProcess.find("sqlite3", path: environment["PATH"])
    tar = ChildProcess.find("tar", path: environment["PATH"])
    jq = ChildProcess.find("jq", path: environment["PATH"])
    let trial = "CREATE VIRTUAL TABLE texts USING fts5(body);"
    searchesTexts =
      try sqlite.map { try ChildProcess.talk($0, [":memory:", trial]).status == 0 } ?? false
  }
}
