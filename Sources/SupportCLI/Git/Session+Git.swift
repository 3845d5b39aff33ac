import CommandKit
import Platform
import SupportDesk
import SupportModel

extension Session {
  /// The repository of the desk; git may ask for a password only where somebody sits.
  func repository() throws -> Repository {
    try deskOfThisCopy().repository(
      environment, isAttended: Terminal.isTerminal(.input) && Terminal.isTerminal(.error))
  }

  /// The agent who acts, who commits where git does not know; nil where that is nobody's to say.
  var agent: Agent? { (try? desk())?.person.agent }

  /// Commits after a command that changes the desk, where this copy's settings ask for it. What
  /// goes wrong is told and fails nothing: the change itself is done.
  func commitIfAsked(after command: Command<Session>, _ call: Call) {
    let changes = command.options.contains { $0.name == Shared.dryRun.shape.name }
    guard changes, !call[Shared.dryRun], !command.callsGit,
      localSetting("auto_commit") == "true",
      // A hook of the very commit that takes this change in, or of the one before.
      environment[Repository.quiet] == nil
    else { return }
    do {
      _ = try deskOfThisCopy().commit(in: repository(), as: agent, concluding: false)
    } catch {
      let text = ErrorText(error)
      output.note("support: warning: not committed: \(Visible.line(text.what))")
      for line in text.lines { output.note(Visible.line(line)) }
      if let hint = text.hint { output.note("hint: \(Visible.line(hint))") }
    }
  }
}

extension Command where Context == Session {
  /// Whether the command itself speaks with git.
  fileprivate var callsGit: Bool { ["commit", "sync", "setup"].contains(name) }
}
