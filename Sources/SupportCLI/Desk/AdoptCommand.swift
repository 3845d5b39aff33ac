import CommandKit
import SupportDesk

private let edited = Argument.many(
  "ID", "The tickets whose documents were edited", completes: .live("ticket"))

/// Turns edits by hand into events.
extension Command where Context == Session {
  static var adopt: Command {
    Command(
      "adopt", "Turn edits by hand in documents into events", needs: .desk,
      arguments: [edited], options: [Shared.dryRun],
      examples: ["support adopt k7q"]
    ) { call, session in
      let changed = try session.desk().adopt(
        call[edited], ChangeOptions(isDryRun: call[Shared.dryRun]))
      try session.report(changed) { _ in "adopted" }
    }
  }
}
