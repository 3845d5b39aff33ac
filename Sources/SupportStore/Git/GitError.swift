/// Why something that needs git could not be done.
package enum GitError: Error, Equatable {
  case notInstalled
  /// The desk lies in no repository, or in one without a work tree.
  case noRepository(root: String)
  /// A call of git that failed, with what it said.
  case failed(command: String, said: [String])
  /// Git does not know who commits.
  case nobody
  /// Somebody has begun something that is theirs to end.
  case unfinished(GitOperation)
  /// Files that git could not merge and that are not made from the log.
  case conflicts(files: [String], isAborted: Bool)
  case detached
  case noRemote
  case unknownRemote(String, known: [String])
  case unrelated(remote: String, branch: String)
  /// The remote cannot be read: there is no network, no such repository, no permission.
  case unreachable(remote: String, said: [String])
  /// The remote does not take what is pushed, for another reason than that it has moved.
  case rejected(remote: String, branch: String, said: [String])
  /// The remote moved before every one of our attempts.
  case outrun(remote: String, attempts: Int)
  /// Other commands wrote to the desk without a pause in which git could have merged.
  case neverQuiet
  /// Another commit or sync of this copy is at work: who and since when, as they wrote it.
  case busy(what: String, holder: String)
}

/// Something that git is in the middle of.
package enum GitOperation: String, Sendable {
  case merge, rebase, revert, bisect
  case cherryPick = "cherry-pick"
}
