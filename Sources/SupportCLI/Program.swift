import CommandKit
import Platform
import SupportDesk

/// The whole program: from the words of its command line to its exit status.
package enum Program {
  package static let version = "0.1.0"

  package static func run(_ words: [String]) -> Int32 {
    Terminal.openMissingStreams()
    Terminal.surviveFileSizeLimit()
    let environment = Environment.current()
    do {
      let session = try Session(environment: environment)
      // The process ends with the session: what that holds is not taken apart before.
      _ = Unmanaged.passRetained(session)
      return run(words, session)
    } catch {
      return ErrorText(error).report(to: Output(environment))
    }
  }

  private static func run(_ words: [String], _ session: Session) -> Int32 {
    var failure: (any Error)?
    var status: Int32 = 0
    do {
      status = try perform(words, session)
    } catch {
      failure = error
    }
    do { try session.output.finish() } catch { failure = failure ?? error }
    return failure.map { ErrorText($0).report(to: session.output) } ?? status
  }

  private static func perform(_ words: [String], _ session: Session) throws -> Int32 {
    let table = CommandTable.support
    let words = words.isEmpty ? ["help"] : words
    let external = ExternalCommands(session.environment)
    let invocation = try parse(words, table, external, session)
    switch invocation {
    case .run(let command, let path, let call):
      session.output.commandPath = path
      try session.configure(call)
      if command.needs == .desk { _ = try session.desk() }
      try command.run(call, session)
      session.commitIfAsked(after: command, call)
      return session.output.status
    case .help(let subject):
      try session.output.startPager(session)
      let page = HelpPage(
        table, width: min(session.output.width, 100),
        style: session.output.isColoured ? .bold : .plain)
      try session.output.write(page.render(subject))
      return 0
    case .version:
      try session.output.write("support version \(version)\n")
      return 0
    case .external(let name, let arguments, let globals):
      try session.configure(globals)
      try external.become(name, arguments, session)
    }
  }

  /// Aliases belong to a desk's copy; they are looked up only for a word that is no command.
  private static func parse(
    _ words: [String], _ table: CommandTable<Session>, _ external: ExternalCommands,
    _ session: Session
  ) throws -> Invocation<Session> {
    do {
      return try table.parse(words, isExternal: external.exists)
    } catch {
      guard case .unknownCommand(let word, in: nil, nearest: _) = error else { throw error }
      var folder = session.folder
      if case .external(_, _, let globals) = try table.parse(words, isExternal: { _ in true }) {
        folder = globals[GlobalOption.directory] ?? folder
      }
      let aliases = try Desk.aliases(from: folder)
      guard aliases[word] != nil else { throw error }
      let expanded = try Alias.expand(words, aliases: aliases, in: table)
      return try table.parse(expanded, isExternal: external.exists)
    }
  }
}
