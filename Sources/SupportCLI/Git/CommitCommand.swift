import CommandKit
import SupportDesk
import SupportModel

private let message = Option.text(
  "message", short: "m", value: "TEXT", "The message, instead of one made from the events")

/// Commits what is new in the desk.
extension Command where Context == Session {
  static var commit: Command {
    Command(
      "commit", "Commit what is new in the desk to git", needs: .nothing,
      options: [message, Shared.dryRun],
      details: """
        Documents are brought up to the log first. Only the desk's own files are committed; what \
        else is staged stays so. The message is made from the events. A merge that stopped at \
        documents is ended. With `support config auto_commit true` every change is committed.
        """,
      examples: [
        "support commit", "support commit -m 'Before the holidays'", "support commit --dry-run",
      ]
    ) { call, session in
      let desk = try session.deskOfThisCopy()
      let committed = try desk.commit(
        in: session.repository(), as: session.agent, message: call[message],
        isDryRun: call[Shared.dryRun])
      try session.output.show(record(committed)) {
        guard let committed else { return "nothing to commit\n" }
        let name = committed.commit.map { String($0.prefix(7)) } ?? "would commit"
        return session.output.visible("\(name) \(committed.subject)") + "\n"
      }
      guard let committed, !committed.foreign.isEmpty else { return }
      let files = counted(committed.foreign.count, "other staged file")
      session.output.note(
        committed.isMerge ? "\(files) went along with the merge" : "\(files) left staged")
    }
  }

  private static func record(_ committed: Committed?) -> JSONObject {
    let left = committed.map { $0.isMerge ? [] : $0.foreign } ?? []
    return JSONObject([
      ("commit", committed?.commit.map(JSON.string) ?? .null),
      ("subject", committed.map { .string($0.subject) } ?? .null),
      ("events", .integer(Int64(committed?.events ?? 0))),
      ("files", .integer(Int64(committed?.files ?? 0))),
      ("left_staged", .array(left.map(JSON.string))),
    ])
  }
}
