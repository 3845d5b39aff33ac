import CommandKit
import SupportDesk
import SupportModel

private let others = Argument.many(
  "EMAIL", "The customers who are somebody else as well", completes: .live("customer"))
private let target = Option.required(
  "into", value: "EMAIL", "Who they are", completes: .live("customer"))

/// Makes customers one.
extension Command where Context == Session {
  static var customerMerge: Command {
    Command(
      "merge", "Make customers one, with all their tickets", needs: .desk,
      arguments: [others], options: [target, Shared.dryRun],
      details: """
        Their tickets become those of the one customer, and their addresses lead there from then \
        on. What the one record does not say is taken from the others; notes are kept one below \
        the other. All of it is one change. The log keeps what was before.
        """,
      examples: ["support customer merge bob@home.example --into bob@example.com"]
    ) { call, session in
      let progress = Progress("moving tickets", session.output)
      defer { progress.finish() }
      let merged = try session.desk().mergeCustomers(
        call[others], into: call[target], isDryRun: call[Shared.dryRun],
        progress: { progress.update($0, of: $1) })
      progress.finish()
      try session.tell(summary(merged), [line(merged)])
      session.warn(merged.warning)
    }
  }

  private static func line(_ merged: MergedCustomers) -> String {
    let email = merged.customer.email
    guard !merged.merged.isEmpty || merged.tickets > 0 else { return "\(email) unchanged" }
    let who = merged.merged.isEmpty ? "" : merged.merged.joined(separator: ", ") + " and "
    let would = merged.isDryRun ? "would get " : "gets "
    return "\(email) \(would)\(who)\(counted(merged.tickets, "ticket"))"
  }

  private static func summary(_ merged: MergedCustomers) -> JSONObject {
    JSONObject([
      ("customer", .object(merged.customer.document)),
      ("merged", .array(merged.merged.map(JSON.string))),
      ("tickets", .integer(Int64(merged.tickets))),
    ])
  }
}
