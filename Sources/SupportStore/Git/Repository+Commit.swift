import Platform
import SupportModel

/// What a commit of a desk is to hold.
package struct CommitPlan: Sendable {
  /// The events that the last commit does not have, in their order.
  package var events: [Event] = []
  /// The desk's files that differ from it, below the top of the repository.
  package var files: [String] = []
  /// Files of others that are staged.
  package var foreign: [String] = []
  /// Whether the commit ends a merge, which takes everything that is staged.
  package var isMerge = false
  /// Whether the desk itself was not versioned before.
  package var isNewDesk = false

  package var isEmpty: Bool { files.isEmpty && !isMerge }
}

/// Who commits, where git itself does not know.
package struct Committer: Hashable, Sendable {
  package var name: String
  package var email: String

  package init(name: String, email: String) { (self.name, self.email) = (name, email) }
}

extension DeskStore {
  /// What a commit would hold; nothing is changed.
  package func commitPlan(in repository: Repository) throws -> CommitPlan {
    try plan(in: repository, repository.changes())
  }

  private func plan(in repository: Repository, _ changes: [GitChange]) throws -> CommitPlan {
    CommitPlan(
      events: try repository.newEvents(among: changes), files: changes.map(\.path),
      foreign: try repository.foreignStaged(), isMerge: repository.unfinished == .merge,
      isNewDesk: changes.contains {
        $0.isNew && $0.path == repository.prefix + DeskSettings.fileName
      })
  }

  /// Brings the documents up to the log, stages what is the desk's, and commits it under the
  /// message that `message` makes. Nil where there is nothing to commit.
  ///
  /// With `concluding` it also ends a merge that somebody began.
  package func commit(
    in repository: Repository, by committer: Committer? = nil, concluding: Bool = true,
    message: (CommitPlan) throws -> String
  ) throws -> (plan: CommitPlan, commit: String)? {
    try whileAlone(layout.gitLock, "commit", patience: patience) {
      let operation = repository.unfinished
      if let operation, operation != .bisect, operation != .merge || !concluding {
        throw GitError.unfinished(operation)
      }
      let plan = try whileHeld(for: "commit") { _ in try stage(in: repository) }
      guard !plan.isEmpty else { return nil }
      return (plan, try repository.commit(plan, message(plan), by: committer))
    }
  }

  private func stage(in repository: Repository) throws -> CommitPlan {
    let conflicts = try repository.unresolvable()
    guard conflicts.isEmpty else {
      throw GitError.conflicts(files: conflicts, isAborted: false)
    }
    try repository.joinLogs()
    var changes = try repository.changes()
    let events = try repository.newEvents(among: changes)
    try refold(changes, explainedBy: events, repository)
    changes = try repository.changes()
    try repository.stage(changes)
    return try plan(in: repository, repository.changes())
  }
}

extension Repository {
  /// Resolves log files that git left in conflict: every line of both sides stays. Order does not
  /// matter to a fold.
  func joinLogs() throws {
    for path in try unmerged() where place(of: path) == .log {
      var lines: [ArraySlice<UInt8>] = []
      var known: Set<ArraySlice<UInt8>> = []
      for side in ["2", "3"] {
        let answer = try git.run(["cat-file", "blob", ":\(side):\(path)"])
        guard answer.status == 0 else { continue }
        for line in answer.output.split(separator: 0x0A) where known.insert(line).inserted {
          lines.append(line)
        }
      }
      let bytes = lines.flatMap { $0 + [0x0A] }
      try FileSystem.replace(absolute(path), with: bytes, durable: true)
    }
  }

  /// Commits what is staged; of a merge all of it, otherwise only what is the desk's. Returns the
  /// commit's name.
  func commit(_ plan: CommitPlan, _ message: String, by committer: Committer?) throws -> String {
    var arguments = ["commit", "--quiet", "--cleanup=verbatim", "--file=-"]
    if !plan.isMerge, !plan.foreign.isEmpty {
      arguments += ["--only", "--"] + Set(plan.files.compactMap { name(of: $0) }).sorted()
    }
    let variables = try identity(committer).merging(Self.quietHooks) { $1 }
    try git.ask(arguments, input: Array(message.utf8), with: variables)
    return try git.line(["rev-parse", "HEAD"])
  }

  /// Git's own identity counts; where it has none, whoever acts lends theirs.
  private func identity(_ committer: Committer?) throws -> [String: String] {
    if try git.run(["var", "GIT_COMMITTER_IDENT"]).status == 0 { return [:] }
    guard let committer else { throw GitError.nobody }
    var variables: [String: String] = [:]
    for role in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(role)_NAME"] = committer.name
      variables["GIT_\(role)_EMAIL"] = committer.email
    }
    return variables
  }
}
