import Platform

extension Repository {
  /// Whether the documents may be folded when git runs a hook.
  package func mayFold(after hook: String) -> Bool {
    // Git is about to put somebody's changes back, and would stop at files that are otherwise.
    if folder.has("MERGE_AUTOSTASH") || folder.has("rebase-merge/autostash") { return false }
    switch unfinished {
    case nil: return hook != "pre-commit"
    case .merge: return hook == "pre-commit" || hook == "post-merge"
    case .rebase: return hook == "post-rewrite"
    case .cherryPick, .revert, .bisect: return false
    }
  }
}

extension DeskStore {
  /// Stages the documents as they are folded, before a merge is committed.
  package func stageDocuments(in repository: Repository) throws {
    let changes = try repository.changes().filter {
      repository.place(of: $0.path) == .document && !$0.isUnmerged
    }
    try repository.stage(changes)
  }
}
