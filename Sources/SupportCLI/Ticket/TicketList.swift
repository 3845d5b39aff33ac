import CommandKit
import SupportDesk
import SupportModel

private let sort = Option.text(
  "sort", value: "KEY", "Sort by created, updated, last_message, priority, due, status, subject",
  default: "last_message, the newest first", completes: .choices(SortKey.allCases.map(\.rawValue)))
private let reverse = Option.flag("reverse", short: "r", "Turn the order round")
private let cursor = Option.text("cursor", value: "CURSOR", "Go on where the last page ended")
private let all = Option.flag("all", short: "a", "Also tickets that are done")
private let overdue = Option.flag("overdue", "Only tickets past their due time")
private let unread = Option.flag("unread", "Only tickets with something new in them")

/// A flag that is short for a term of the filter language.
private struct FilterFlag {
  let option: Option<[String]>
  let field: FilterField

  init(_ name: String, _ field: FilterField, value: String, _ help: String, list: String? = nil) {
    option = Option.texts(
      name, value: value, help, completes: list.map(Completion.live) ?? .none)
    self.field = field
  }
}

private let flags = [
  FilterFlag("status", .status, value: "STATUS", "Only this status", list: "status"),
  FilterFlag("priority", .priority, value: "PRIORITY", "Only this priority", list: "priority"),
  FilterFlag(
    "assignee", .assignee, value: "AGENT", "Only this agent's, me or none", list: "agent"),
  FilterFlag("customer", .customer, value: "EMAIL", "Only this customer's", list: "customer"),
  FilterFlag("category", .category, value: "CATEGORY", "Only this category", list: "category"),
  FilterFlag("channel", .channel, value: "CHANNEL", "Only this channel", list: "channel"),
  FilterFlag("team", .team, value: "TEAM", "Only this team's", list: "team"),
  FilterFlag("tag", .tag, value: "TAG", "Only with this tag", list: "tag"),
  FilterFlag("order", .order, value: "REF", "Only about this order"),
  FilterFlag(
    "created", .created, value: "RANGE", "Only opened then: -7d, 2026-11, 2026-11-01..2026-11-07"),
  FilterFlag("last-message", .lastMessage, value: "RANGE", "Only with the latest message then"),
  FilterFlag("due", .due, value: "RANGE", "Only due then"),
]

/// Lists tickets.
extension Command where Context == Session {
  static var ticketList: Command {
    Command(
      "list", "List tickets", needs: .desk,
      arguments: [Shared.filter],
      options: flags.map(\.option) + [
        all, overdue, unread, sort, reverse,
        Shared.limit(default: "50 on a terminal, all in a pipe"), cursor, TicketCount.all,
        TicketCount.by,
      ],
      rules: TicketCount.rules(Shared.limit, cursor),
      details: """
        Shows open tickets, the latest message first, unless the filter says otherwise. The flags \
        are short for filter terms; see `support help filters`. In a pipe each line is id, status, \
        priority, assignee, customer, last message, due and subject, parted by tabs. --count-by \
        gives a line for each value, the most frequent first and days in order.
        """,
      examples: [
        "support ticket list", "support ticket list assignee:me 'priority:>=high'",
        "support ticket list --status pending --sort created",
        "support ticket list tag:billing -tag:vip 'refund' --json=id,subject",
        "support ticket list --all created:-30d --count-by created",
      ],
      isCommon: true
    ) { call, session in
      let desk = try session.desk()
      let filter = try listFilter(call, desk)
      if try session.writeCounts(filter, limit: call[Shared.limit], call) { return }
      let limit =
        call[Shared.limit] ?? (session.output.isTerminal && session.output.isText ? 50 : nil)
      var shown = 0
      if session.output.isText { try session.output.startPager(session) }
      let next = try desk.list(filter, limit: limit, after: call[cursor]) { rows in
        shown += rows.count
        try session.list(rows)
      }
      if shown == 0 { try session.list([]) }
      if let next {
        session.output.note("showing \(counted(shown, "ticket")); more with --cursor \(next)")
      } else if shown == 0, session.output.isTerminal, session.output.isText {
        session.output.note("no tickets match")
      }
    }
  }

  private static func listFilter(_ call: Call, _ desk: Desk) throws -> Filter {
    let context = desk.filterContext
    var parts = [try Filter.parse(words: call[Shared.filter], context)]
    for flag in flags {
      let values = call[flag.option]
      if !values.isEmpty { parts.append(try Filter.parse(flag.field, anyOf: values, context)) }
    }
    if call[overdue] { parts.append(try Filter.parse("is:overdue", context)) }
    if call[unread] { parts.append(try Filter.parse("is:unread", context)) }
    var filter = Filter.and(parts)
    if !call[all], !filter.choosesPhase {
      filter = filter.and(try Filter.parse("is:open", context))
    }
    if let key = call[sort] {
      guard let term = context.sortTerm(key) else {
        throw Refusal.unknown(kind: "sort key", word: key, known: context.sortKeys)
      }
      // Without a sign the useful end comes first: the newest, the most pressing, the soonest due.
      let isDescending = [.created, .updated, .lastMessage, .priority].contains(term.key)
      filter.sorts = [key.hasPrefix("-") ? term : SortTerm(term.key, isDescending: isDescending)]
    }
    if call[reverse] { filter.sorts = filter.order.reversed.terms }
    return filter
  }
}
