import CommandKit
import SupportDesk
import SupportModel

private let closedBefore = Option.text(
  "closed-before", value: "TIME", "Erase the content of tickets that were closed before this time")
private let replicas = Option.texts(
  "scrub", value: "REPLICA", "Scrub the lines of a replica that is gone")

/// Erases what the desk has kept for long enough.
extension Command where Context == Session {
  static var gc: Command {
    Command(
      "gc", "Erase the content of old tickets", needs: .desk,
      options: [closedBefore, replicas, Shared.yes, Shared.dryRun],
      rules: [.exactlyOne(of: closedBefore, replicas)],
      details: """
        Subjects, messages, attachments and custom fields of closed and cancelled tickets go; \
        times, statuses, priorities, tags and ratings stay. Customers who have no other tickets, \
        and who have not been in touch since, are erased as by `support customer erase`. It cannot \
        be undone.
        """,
      examples: [
        "support gc --closed-before 2024-01-01 --dry-run",
        "support gc --closed-before -730d --yes", "support gc --scrub 4kx9",
      ]
    ) { call, session in
      let desk = try session.desk()
      guard let word = call[closedBefore] else { return try scrub(call, desk, session) }
      try erase(closedBefore: session.time(word), call, desk, session)
    }
  }

  private static func erase(
    closedBefore time: Instant, _ call: Call, _ desk: Desk, _ session: Session
  ) throws {
    let plan = try desk.collect(closedBefore: time, isDryRun: true)
    if call[Shared.dryRun] || plan.isEmpty { return try report(plan, session) }
    try session.prompt.confirm(
      "Erase the content of \(counted(plan.tickets.count, "ticket")) for good?",
      isGiven: call[Shared.yes], session)
    try report(desk.collect(closedBefore: time), session)
  }

  private static func scrub(_ call: Call, _ desk: Desk, _ session: Session) throws {
    let isDryRun = call[Shared.dryRun]
    let count = try desk.scrub(call[replicas], isDryRun: isDryRun)
    let names = call[replicas].joined(separator: ", ")
    try session.tell(
      JSONObject([
        ("scrubbed", .integer(Int64(count))), ("replicas", .array(call[replicas].map(JSON.string))),
      ]),
      ["\(names): \(counted(count, "line")) \(isDryRun ? "would be " : "")scrubbed"])
  }

  private static func report(_ collected: Collected, _ session: Session) throws {
    let what = [
      counted(collected.tickets.count, "ticket"), counted(collected.customers.count, "customer"),
    ].joined(separator: ", ")
    var json = JSONObject([
      ("tickets", .array(collected.tickets.map { .string($0.description) })),
      ("customers", .array(collected.customers.map { .string($0.pseudonym) })),
    ])
    for member in collected.traces.json.members { json[member.key] = member.value }
    try session.tell(
      json, ["\(what) \(collected.isDryRun && !collected.isEmpty ? "would be " : "")erased"])
    session.warn(collected.warning)
    if !collected.isEmpty { session.tellTraces(collected.traces) }
  }
}

extension Collected {
  fileprivate var isEmpty: Bool { tickets.isEmpty && customers.isEmpty }
}
