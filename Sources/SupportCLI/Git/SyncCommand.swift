import CommandKit
import Platform
import SupportDesk
import SupportModel

private let remote = Argument.optional(
  "REMOTE", "The remote; the branch's own, the only one, or origin")
private let quiet = Option.flag("quiet", short: "q", "Say nothing where nothing is wrong")

/// Commits, pulls, folds and pushes.
extension Command where Context == Session {
  static var sync: Command {
    Command(
      "sync", "Commit, pull, fold and push in one go", needs: .nothing, arguments: [remote],
      options: [quiet, Shared.dryRun],
      details: """
        Documents and logs never conflict: they are folded again. Where settings or articles do, \
        the merge is taken back, the files are named, and the exit status is 5. Only the branch \
        that is checked out is pushed. Safe to run from cron: a second sync waits for the first.
        """,
      examples: ["support sync", "support sync origin", "support sync --quiet"]
    ) { call, session in
      let desk = try session.deskOfThisCopy()
      let repository = try session.repository()
      let isDryRun = call[Shared.dryRun]
      let synced =
        isDryRun
        ? try desk.syncPlan(with: call[remote], in: repository)
        : try desk.sync(
          with: call[remote], in: repository, as: session.agent,
          pause: WallClock.sleep(milliseconds:))
      if call[quiet], session.output.isText { return }
      try session.output.show(record(synced)) {
        isDryRun ? synced.plan + "\n" : synced.sentence + "\n"
      }
    }
  }

  private static func record(_ synced: Synced) -> JSONObject {
    JSONObject([
      ("remote", .string(synced.remote)), ("branch", .string(synced.branch)),
      ("committed", .integer(Int64(synced.committed))),
      ("pulled", .integer(Int64(synced.pulled))), ("pushed", .integer(Int64(synced.pushed))),
      ("merged", .bool(synced.isMerged)),
    ])
  }
}

extension Synced {
  fileprivate var sentence: String {
    guard hasPulled || hasPushed else { return "in step with \(remote)/\(branch)" }
    let came = hasPulled ? ["pulled \(counted(pulled, "event"))"] : []
    let went = hasPushed ? ["pushed \(hasPulled ? "\(pushed)" : counted(pushed, "event"))"] : []
    return (came + went).joined(separator: ", ")
  }

  fileprivate var plan: String {
    let first = committed == 0 ? "" : "commit \(counted(committed, "event")), then "
    return "would \(first)sync with \(remote)/\(branch)"
  }
}
