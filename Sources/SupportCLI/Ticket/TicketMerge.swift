import CommandKit
import SupportDesk
import SupportModel

private let sources = Argument.many(
  "SOURCE", "The tickets that go into another one", completes: .live("ticket"))
private let target = Option.required(
  "into", value: "TARGET", "The ticket that takes them in", completes: .live("ticket"))
private let crosses = Option.flag(
  "cross-customer", "Also tickets of other customers, who will all read the whole thread")

/// Merges tickets into one.
extension Command where Context == Session {
  static var ticketMerge: Command {
    Command(
      "merge", "Merge tickets into another one", needs: .desk,
      arguments: [sources],
      options: [
        target, Shared.lastMessage, Shared.reason, crosses, Shared.ifMatch, Shared.dryRun,
      ],
      details: """
        Their messages show in the thread of the target by their times, their tags and watchers \
        come along, and they are closed. Whoever names one of them from now on means the target. \
        All of them are merged, or none; `ticket unmerge` undoes it. --if-match is the target's \
        head.
        """,
      examples: [
        "support ticket merge 3fm --into k7q",
        "support ticket merge 3fm d0m --into k7q -m 'I have put your tickets together.'",
        "support ticket merge 3fm --into k7q --cross-customer --reason 'one household'",
      ]
    ) { call, session in
      var merging = Merging()
      merging.message = call[Shared.lastMessage]
      merging.reason = call[Shared.reason]
      merging.crossesCustomers = call[crosses]
      let changed = try session.desk().merge(
        session.references(call[sources]), into: call[target], merging, ChangeOptions(call))
      try session.report(changed) { ticket in
        ticket.goneInto.map { "merged into \($0)" } ?? "merged, \(ticket.status)"
      }
    }
  }
}
