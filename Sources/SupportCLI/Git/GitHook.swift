import CommandKit
import Platform
import SupportDesk

private let hook = Argument.one("HOOK", "The hook that git runs")
private let rest = Argument.any("ARGUMENT", "What git says to it", takesDashWords: true)
private let ours = Argument.one("OURS", "The file with our side, where git takes the result")
private let path = Argument.one("PATH", "The document, below the top of the repository")

/// What git calls once `git setup` told it to. They change nothing but documents.
extension Command where Context == Session {
  static var gitHook: Command {
    Command(
      "hook", "Answer a hook of git", needs: .nothing, arguments: [hook, rest],
      examples: ["support git hook post-merge 0"], isHidden: true
    ) { call, session in
      guard session.isWantedByGit() else { return }
      try session.deskOfThisCopy().answerHook(call[hook], in: session.repository())
    }
  }

  static var gitMergeDriver: Command {
    Command(
      "merge-driver", "Merge a document for git", needs: .nothing, arguments: [ours, path],
      examples: ["support git merge-driver .merge_file_a tickets/2026/11/20/261120-k7qx9m.json"],
      isHidden: true
    ) { call, session in
      guard session.isWantedByGit() else { return }
      session.turn(to: FileSystem.parent(of: call[path]) ?? ".")
      let merged = try session.deskOfThisCopy().mergedDocument(
        call[path], session.environment, in: session.repository())
      if let merged { try FileSystem.replace(call[ours], with: merged) }
    }
  }
}

extension Session {
  /// Whether git calls on behalf of a user. What it says to its helpers about paths holds for the
  /// folder that it started them in only.
  fileprivate func isWantedByGit() -> Bool {
    ChildProcess.forgetVariables(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])
    return environment[Repository.quiet] == nil
  }
}
