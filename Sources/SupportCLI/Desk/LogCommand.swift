import CommandKit
import Platform
import SupportDesk
import SupportModel

private let ticket = Argument.optional(
  "ID", "Only this ticket's events", completes: .live("ticket"))
private let since = Option.text(
  "since", value: "EVENT", "Only events after this one, or after this time")
private let follow = Option.flag("follow", short: "f", "Go on showing events as they come")
private let conflicts = Option.flag("conflicts", "Show the values that a merge overrode")

/// Shows the event log.
extension Command where Context == Session {
  static var log: Command {
    Command(
      "log", "Show what happened, event by event", needs: .desk,
      arguments: [ticket], options: [since, follow, conflicts, Shared.limit],
      rules: [.atMostOne(of: follow, conflicts)],
      details: """
        The oldest event comes first. In a pipe each line is id, time, type, who, record and what \
        changed; with --json it is the event itself.

        With --conflicts: where two clones set the same field without knowing of each other, the \
        later event won. Each line is record, field, the value that won, who and when, the value \
        that lost, who and when.
        """,
      examples: [
        "support log k7q", "support log --since -1d", "support log --follow --json",
        "support log --conflicts",
      ]
    ) { call, session in
      let desk = try session.desk()
      let position = try call[since].map { text in
        try EventID(text) ?? EventID(time: session.time(text), chance: 0)
      }
      if call[conflicts] {
        var values = try desk.overriddenValues(of: call[ticket], after: position)
        if let limit = call[Shared.limit] { values = values.suffix(limit) }
        return try session.output.list(values, OverriddenRow.listing(session))
      }
      if session.output.isText, !call[follow] { try session.output.startPager(session) }
      // Begun before the listing, so that nothing falls between the two.
      let following = try call[follow] ? desk.following(call[ticket]) : nil
      var events = try desk.events(of: call[ticket], after: position)
      let listed = Set(events.map(\.id))
      if let limit = call[Shared.limit], events.count > limit {
        session.output.note("showing the last \(limit) of \(events.count) events")
        events = events.suffix(limit)
      }
      try session.output.list(events, EventRow.listing(session))
      guard var following else { return }
      try session.output.flush()
      while true {
        let news = try following.next().filter { !listed.contains($0.id) }
        if !news.isEmpty {
          try session.output.list(news, EventRow.listing(session))
          try session.output.flush()
        }
        WallClock.sleep(milliseconds: 100)
      }
    }
  }
}

/// How events are written.
enum EventRow {
  static let fields = [
    "id", "at", "by", "type", "ticket", "customer", "chat", "agent", "team", "category",
    "template", "view", "article", "desk", "tag", "set", "add", "remove", "message", "from", "meta",
  ]

  static func listing(_ session: Session) -> Listing<Event> {
    Listing(
      columns: [
        Column("EVENT", isOptional: true) {
          $0.id.description
        } shown: {
          Cell($0.id.description, .dim)
        },
        Column("WHEN") { TimeText.short($0.at, session) },
        Column("TYPE") {
          $0.type.description
        } shown: {
          Cell($0.type.description, .bold)
        },
        Column("BY") { $0.by.description },
        Column("RECORD", isElastic: true) { $0.subject.name },
        Column("CHANGE", isElastic: true, plain: what),
      ],
      fields: fields, json: \.json)
  }

  /// What changed, and the rule that did it.
  private static func what(_ event: Event) -> String {
    let rule = event.meta["rule"]?.string.map { "(rule \"\($0)\")" }
    return [change(event.patch), rule ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What changed, in a few words: `status=closed +tags:vip "Please try..."`.
  static func change(_ patch: Patch) -> String {
    var words = patch.set.members.filter { $0.value.object == nil }.map { member in
      "\(member.key)=\(member.value.string ?? member.value.compact)"
    }
    for (sign, part) in [("+", patch.add), ("-", patch.remove)] {
      for member in part.members where member.key != "statuses" {
        let values = member.value.array?.map { $0.string ?? $0.compact } ?? []
        words.append("\(sign)\(member.key):\(values.joined(separator: ","))")
      }
    }
    if let body = patch.message?["body"]?.string {
      let line = body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      words.append("\"\(line.count > 60 ? line.prefix(59) + "…" : line)\"")
    }
    return words.joined(separator: " ")
  }
}
