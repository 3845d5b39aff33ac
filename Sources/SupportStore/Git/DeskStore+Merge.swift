import Platform
import SupportModel

extension DeskStore {
  /// How a fetched commit came into this copy.
  package enum Merged: Sendable {
    /// It was all here.
    case nothing
    case fastForward
    /// A merge commit was made.
    case merge
  }

  /// Brings a commit into the branch that is checked out: no command writes to the desk between
  /// git's work and the fold, and a merge commit holds the documents that the joined log folds to.
  ///
  /// Nil where the desk has uncommitted changes, which are to be committed first.
  package func merge(
    _ theirs: String, _ upstream: Upstream, in repository: Repository, by committer: Committer?,
    message: ([Event]) throws -> String
  ) throws -> Merged? {
    guard let ours = try repository.head() else {
      // A branch without a commit takes over the other's.
      return try forward(to: theirs, repository)
    }
    if try repository.isAncestor(theirs, of: ours) { return .nothing }
    guard try repository.haveCommonAncestor(ours, theirs) else {
      throw GitError.unrelated(remote: upstream.remote, branch: upstream.branch)
    }
    return try whileAlone(layout.gitLock, "commit", patience: patience) {
      if try repository.isAncestor(ours, of: theirs) { return try forward(to: theirs, repository) }
      let plan = try whileHeld(for: "sync") { desk in
        try repository.changes().isEmpty ? join(theirs, desk, repository) : nil
      }
      guard let plan else { return nil }
      let news = try repository.events(in: theirs, butNotIn: ours)
      _ = try repository.commit(plan, message(news), by: committer)
      try FileSystem.removeIfPresent(layout.merging)
      return .merge
    }
  }

  private func forward(to theirs: String, _ repository: Repository) throws -> Merged? {
    try whileHeld(for: "sync") { desk in
      guard try repository.changes().isEmpty else { return nil }
      try repository.rewrite(["merge", "--quiet", "--ff-only", theirs])
      try healAgain(desk)
      return .fastForward
    }
  }

  private func join(
    _ theirs: String, _ desk: borrowing FileLock, _ repository: Repository
  ) throws -> CommitPlan {
    try FileSystem.replace(layout.merging, with: Array("\(theirs)\n".utf8))
    let answer = try repository.git.run(
      ["merge", "--quiet", "--no-ff", "--no-commit", "--no-edit", theirs],
      with: Repository.quietHooks)
    guard repository.unfinished == .merge else {
      try FileSystem.removeIfPresent(layout.merging)
      throw Git.failure(["merge"], answer)
    }
    let conflicts = try repository.unresolvable()
    guard conflicts.isEmpty else {
      try repository.rewrite(["merge", "--abort"])
      try FileSystem.removeIfPresent(layout.merging)
      throw GitError.conflicts(files: conflicts, isAborted: true)
    }
    try repository.joinLogs()
    try healAgain(desk)
    try refold(repository.changes(), explainedBy: [], repository)
    let changes = try repository.changes()
    try repository.stage(changes)
    return CommitPlan(files: changes.map(\.path), isMerge: true)
  }

  /// Ends the merge of a sync that was killed: it is committed where it can be, and taken back
  /// otherwise.
  package func endInterruptedMerge(
    in repository: Repository, by committer: Committer?, message: ([Event]) throws -> String
  ) throws {
    guard repository.unfinished == .merge,
      let bytes = try FileSystem.readIfPresent(layout.merging),
      let head = try repository.git.lineIfAny(["rev-parse", "-q", "--verify", "MERGE_HEAD"]),
      trimmed(String(decoding: bytes, as: UTF8.self)) == head
    else { return }
    do {
      _ = try commit(in: repository, by: committer) { try message($0.events) }
    } catch GitError.conflicts {
      try repository.rewrite(["merge", "--abort"])
    }
    try FileSystem.removeIfPresent(layout.merging)
  }
}

extension Repository {
  /// The hooks of `support git setup` leave the desk alone: whoever calls git folds by itself, and
  /// holds the lock that they would wait for.
  static let quietHooks = [Repository.quiet: "1"]
  package static let quiet = "SUPPORT_GIT_QUIET"

  /// Has git rewrite files of the work tree.
  func rewrite(_ arguments: [String]) throws { try git.ask(arguments, with: Self.quietHooks) }
}
