import CommandKit
import SupportDesk
import SupportModel

private let undo = Option.flag("undo", "Take it all back")

/// Tells a clone about the desk.
extension Command where Context == Session {
  static var gitSetup: Command {
    Command(
      "setup", "Keep documents from conflicting in this clone", needs: .nothing,
      options: [undo, Shared.dryRun],
      details: """
        Adds a merge driver and hooks to this clone's own git files, and brings .gitattributes up \
        to date. Hooks of others are kept; ours stand between two lines that say so. Nothing \
        depends on it: without it, documents are folded by the next command.
        """,
      examples: ["support git setup", "support git setup --undo", "support git setup --dry-run"]
    ) { call, session in
      let desk = try session.deskOfThisCopy()
      let steps = try desk.setUpGit(
        in: session.repository(), undo: call[undo], isDryRun: call[Shared.dryRun])
      try session.output.list(steps, StepRow.listing)
    }
  }
}

/// How the steps of set-up are written.
private enum StepRow {
  static var listing: Listing<GitSetup.Step> {
    Listing(
      columns: [
        Column("FILE", isElastic: true, plain: \.path), Column("OUTCOME", plain: outcome),
      ],
      fields: ["file", "outcome", "reason"],
      json: { step in
        var json = JSONObject([("file", .string(step.path)), ("outcome", .string(word(step)))])
        if case .left(let reason) = step.outcome { json["reason"] = .string(reason) }
        return json
      })
  }

  private static func word(_ step: GitSetup.Step) -> String {
    switch step.outcome {
    case .changed: "changed"
    case .unchanged: "unchanged"
    case .left: "left alone"
    }
  }

  private static func outcome(_ step: GitSetup.Step) -> String {
    guard case .left(let reason) = step.outcome else { return word(step) }
    return "left alone: \(reason)"
  }
}
