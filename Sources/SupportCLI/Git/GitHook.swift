import CommandKit
import Platform
import SupportDesk

private let hook = Argument.one("HOOK", "The hook that git runs")
private let rest = Argument.any("ARGUMENT", "What git says to it", takesDashWords: true)

/// What the hooks of `git setup` call. It changes nothing but documents that are behind.
extension Command where Context == Session {
  static var gitHook: Command {
    Command(
      "hook", "Answer a hook of git", needs: .nothing, arguments: [hook, rest],
      examples: ["support git hook post-merge 0"], isHidden: true
    ) { call, session in
      guard session.environment[Repository.quiet] == nil else { return }
      // What git says to its hooks about paths holds for the folder it started them in only.
      ChildProcess.forgetVariables(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])
      let desk = try session.deskOfThisCopy()
      try desk.answerHook(call[hook], in: session.repository())
    }
  }
}
