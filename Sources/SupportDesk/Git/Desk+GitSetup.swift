import SupportModel
import SupportStore

extension Desk {
  /// Tells this clone about the desk, or makes it forget.
  package func setUpGit(
    in repository: Repository, undo: Bool, isDryRun: Bool
  ) throws -> [GitSetup.Step] {
    try GitSetup(repository).apply(undo: undo, isDryRun: isDryRun)
  }

  /// What a hook of `git setup` does: folds the documents of what git has brought, and stages them
  /// where a merge is about to be committed. In the middle of a rebase or the like nothing is
  /// touched: files that changed would stop git's next step.
  package func answerHook(_ name: String, in repository: Repository) throws {
    guard repository.mayFold(after: name) else { return }
    _ = try store.snapshot()
    if name == "pre-commit" { try store.stageDocuments(in: repository) }
  }

  /// What git's merge driver makes of a document that two branches changed; nil for our side.
  package func mergedDocument(
    _ path: String, _ environment: Environment, in repository: Repository
  ) throws -> [UInt8]? {
    guard let theirs = try repository.commitBeingMerged(environment) else { return nil }
    return try store.mergedDocument(path, with: theirs, in: repository)
  }
}
