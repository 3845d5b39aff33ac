import Platform
import SupportModel

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

  /// The one commit that git merges while it calls a merge driver: a merge names it by a variable
  /// of the environment, a rebase in the last line of what it has done.
  package func commitBeingMerged(_ environment: Environment) throws -> String? {
    let heads = environment.names(beginning: "GITHEAD_").map { String($0.dropFirst(8)) }
    if heads.count == 1 { return heads[0] }
    guard let done = try FileSystem.readIfPresent(folder.path + "/rebase-merge/done") else {
      return nil
    }
    let words = String(decoding: done, as: UTF8.self).split(whereSeparator: \.isNewline).last?
      .split(separator: " ")
    guard let words, words.count > 1, ["pick", "reword", "edit"].contains(words[0]) else {
      return nil
    }
    return String(words[1])
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

  /// What a document will be after a merge that git is making in memory: folded from our log and
  /// from the events of the one other commit. Nil where that cannot be told before the merge is
  /// done; `path` is below the top of the repository.
  package func mergedDocument(
    _ path: String, with theirs: String, in repository: Repository
  ) throws -> [UInt8]? {
    let documents = Documents(layout: layout)
    guard let key = documents.key(of: repository.absolute(path)) else { return nil }
    let news = try repository.events(in: theirs, butNotIn: "HEAD")
    guard news.allSatisfy({ $0.erasure == nil && $0.scrubbed == nil }) else { return nil }
    let known = try FoldMark.read(layout)?.knownErasures.all(layout) ?? Erasures()
    var histories = try EventLog(layout, erasures: known).histories(
      of: [key], since: key.ticketID?.date)
    for event in news { histories.add(event) }
    histories.keep { $0 == key }
    return Fold.document(histories[key]).map(Documents.bytes)
  }
}
