import CommandKit
import SupportDesk
import SupportModel

private let tickets = Argument.any("ID", "Only these tickets", completes: .live("ticket"))

/// Folds documents again.
extension Command where Context == Session {
  static var rebuild: Command {
    Command(
      "rebuild", "Fold documents again from the log", needs: .nothing,
      arguments: [tickets], options: [Shared.yes, Shared.dryRun],
      details: """
        Brings the same bytes back, all of them after `tickets/` was lost. What somebody edited by \
        hand in a document is undone, after asking; `support adopt` keeps such an edit.
        """,
      examples: ["support rebuild", "support rebuild k7q --yes"]
    ) { call, session in
      let desk = try session.deskOfThisCopy()
      let lost = try desk.editedTickets(call[tickets])
      if call[Shared.dryRun] {
        return try session.tell(
          JSONObject([("edited", .array(lost.map { .string($0.description) }))]),
          lost.map { "\($0) would lose its edits" })
      }
      if !lost.isEmpty {
        let names = lost.prefix(5).map(\.description).joined(separator: ", ")
        let more = lost.count > 5 ? " and \(lost.count - 5) more" : ""
        try session.prompt.confirm(
          "Undo the edits by hand in \(names)\(more)?", isGiven: call[Shared.yes], session)
      }
      let rebuilt = try desk.rebuild(call[tickets])
      try session.tell(
        JSONObject([
          ("documents", .integer(Int64(rebuilt.folded))),
          ("kept", .array(rebuilt.kept.map { .string($0.name) })),
        ]),
        ["\(counted(rebuilt.folded, "document")) folded"])
      if !rebuilt.kept.isEmpty {
        let count = rebuilt.kept.count
        let whose = count == 1 ? "its" : "their"
        session.output.note("\(counted(count, "document")) kept: \(whose) log is damaged")
      }
    }
  }
}
