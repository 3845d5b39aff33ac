import Platform
import SupportModel

/// A file of the desk that differs from what is committed.
struct GitChange: Hashable, Sendable {
  /// Below the top of the work tree.
  var path: String
  /// The two letters of `git status`: the index, the work tree.
  var code: String

  var isUnmerged: Bool { code.contains("U") || code == "AA" || code == "DD" }
  var isNew: Bool { code == "??" || code == "A " || code == "AM" }
}

extension Repository {
  /// The files of the desk that differ from what is committed.
  func changes() throws -> [GitChange] {
    let fields = try git.fields(
      [
        "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=all", "--",
      ] + Self.names)
    return fields.filter { $0.utf8.count > 3 }.map { field in
      GitChange(path: String(field.dropFirst(3)), code: String(field.prefix(2)))
    }
  }

  /// Files that are staged and not the desk's.
  func foreignStaged() throws -> [String] {
    try git.fields(["diff", "--cached", "--name-only", "--no-renames", "-z"])
      .filter { place(of: $0) == .foreign }
  }

  /// Files with conflicts that are not made from the log: only a person can say what is right.
  func unresolvable() throws -> [String] {
    try unmerged().filter { place(of: $0) == .settings || place(of: $0) == .foreign }
  }

  /// All files of the repository that a merge left in conflict.
  func unmerged() throws -> [String] {
    Set(try git.fields(["diff", "--name-only", "--diff-filter=U", "-z"])).sorted()
  }

  /// Stages the given files of the desk as they lie in the work tree.
  func stage(_ changes: [GitChange]) throws {
    let names = Set(changes.compactMap { name(of: $0.path) }).sorted()
    if !names.isEmpty { try git.ask(["add", "--all", "--"] + names) }
  }
}
