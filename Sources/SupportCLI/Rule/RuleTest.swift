import CommandKit
import SupportDesk
import SupportModel

private let ticket = Argument.optional(
  "ID", "The ticket to try them on", completes: .live("ticket"))
private let on = Option.choice(
  "on", value: "EVENT", "As if this happened to it; else the last thing that did",
  of: EventType.ofTickets.map(\.description))
private let by = Option.text(
  "by", value: "ACTOR", "As if this one did it: agent:ada, customer:bob@example.com, system")
private let file = Option.text(
  "rule", value: "FILE", "Try rules that are not in force, on the past; - reads standard input",
  completes: .file)
private let newest = Option.integer(
  "newest", value: "N", "With --rule: look at this many tickets, the newest", in: 1...1_000_000,
  default: "500")

/// Says what rules would do, and why.
extension Command where Context == Session {
  static var ruleTest: Command {
    Command(
      "test", "Say which rules would fire, and why", needs: .desk,
      arguments: [ticket], options: [on, by, file, newest],
      rules: [.atMostOne(of: file, on), .atMostOne(of: file, by)],
      details: """
        With ID: each rule, in order, with what it would do to the ticket if its newest event, or \
        the newest of --on and --by, happened now; or what of the rule does not hold. In a pipe \
        each line is place, rule, fires or not, and what or why.

        With --rule: the rules of FILE, switched on or not, on every event of the newest tickets, \
        with the ticket as it was after it; conditions about time and promises are read as of now. \
        Each line is rule, id, event, when and subject. Nothing is written.
        """,
      examples: [
        "support rule test k7q", "support rule test k7q --on ticket.created",
        "support rule test --rule vip.json --newest 1000",
      ]
    ) { call, session in
      if let path = call[file] {
        if let word = call[ticket] {
          throw UsageError.replacedArgument(
            "ID", value: word, by: "--rule", path: session.output.commandPath)
        }
        let file = try session.rules(from: path)
        let replay = try session.desk().replayRules(
          file: file.name, file.bytes, newest: call[newest] ?? 500)
        return try session.show(replay)
      }
      guard let reference = call[ticket] else {
        throw UsageError.missingOption(["ID", "--rule"], path: session.output.commandPath)
      }
      var question = RuleQuestion()
      question.type = call[on].map { EventType($0) }
      question.by = try call[by].map { word in
        guard let actor = Actor(word) else {
          throw Refusal.invalid(
            field: "actor", value: word, expected: "agent:HANDLE, customer:EMAIL, system or ai")
        }
        return actor
      }
      try session.show(session.desk().testRules(reference, question))
    }
  }
}

extension Session {
  fileprivate func show(_ test: RuleTest) throws {
    if output.isText {
      output.note(Visible.line("\(test.ticket.id): \(test.type) by \(test.by)"))
    }
    try output.list(test.lines, RuleTestRow.listing)
    if output.isText { warn(test.warnings) }
  }

  fileprivate func show(_ replay: RuleReplay) throws {
    try output.list(replay.hits, RuleHitRow.listing(self))
    guard output.isText else { return }
    for rule in replay.rules {
      let count = replay.tickets(of: rule)
      output.note(
        Visible.line(
          "rule \"\(rule)\" would have fired for \(count) of \(counted(replay.tickets, "ticket"))"))
    }
  }
}

/// A rule that was tried, and what decided.
private enum RuleTestRow {
  static var listing: Listing<RuleTest.Line> {
    Listing(
      columns: [
        Column("PLACE", isNumber: true) { "\($0.place)" },
        Column("RULE") { $0.rule.name },
        Column("FIRES") { row in
          row.firing == nil ? "no" : "fires"
        } shown: { row in
          row.firing == nil ? Cell("no", .dim) : Cell("fires", .bold)
        },
        Column("WHY", isElastic: true, plain: detail),
      ],
      fields: ["place", "rule", "fires", "decided", "detail", "cause", "events"], json: json)
  }

  private static func detail(_ row: RuleTest.Line) -> String {
    if let firing = row.firing {
      let cause = firing.cause.map { "after \"\($0)\": " } ?? ""
      return cause + RuleText.changes(firing.drafts)
    }
    return row.failure.map { RuleText.why($0, row.rule) } ?? ""
  }

  private static func json(_ row: RuleTest.Line) -> JSONObject {
    var json = JSONObject([
      ("place", .integer(Int64(row.place))), ("rule", .string(row.rule.name)),
      ("fires", .bool(row.firing != nil)),
    ])
    json["decided"] = row.failure.map { .string(RuleText.member($0)) }
    json["detail"] = .string(detail(row))
    json["cause"] = row.firing?.cause.map(JSON.string)
    json["events"] = row.firing.map { .array($0.drafts.map { .object(event($0)) }) }
    return json
  }

  /// An event that would be, without what only the log gives it.
  private static func event(_ draft: EventDraft) -> JSONObject {
    var event = JSONObject([("type", .string(draft.type.description))])
    if !draft.patch.set.isEmpty { event["set"] = .object(draft.patch.set) }
    if !draft.patch.add.isEmpty { event["add"] = .object(draft.patch.add) }
    if !draft.patch.remove.isEmpty { event["remove"] = .object(draft.patch.remove) }
    event["message"] = draft.patch.message.map(JSON.object)
    event["meta"] = .object(draft.meta)
    return event
  }
}

/// A ticket of the past that a rule would have fired for.
private enum RuleHitRow {
  static func listing(_ session: Session) -> Listing<RuleHit> {
    Listing(
      columns: [
        Column("RULE") { $0.rule }, Column("ID") { $0.ticket.id.description },
        Column("EVENT") { $0.event.type.description },
        Column("WHEN") { TimeText.short($0.event.at, session) },
        Column("SUBJECT", isElastic: true) { $0.ticket.subject },
      ],
      fields: ["rule", "id", "event", "type", "at", "subject"],
      json: { hit in
        JSONObject([
          ("rule", .string(hit.rule)), ("id", .string(hit.ticket.id.description)),
          ("event", .string(hit.event.id.description)),
          ("type", .string(hit.event.type.description)),
          ("at", .string(hit.event.at.description)), ("subject", .string(hit.ticket.subject)),
        ])
      })
  }
}
