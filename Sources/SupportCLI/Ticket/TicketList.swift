import CommandKit
import SupportDesk
import SupportModel

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
      options: flags.map(\.option) + [ListParameter.all, overdue, unread] + ListParameter.page,
      rules: TicketCount.rules,
      details: """
        Shows open tickets, the latest message first, unless the filter says otherwise. The flags \
        are short for filter terms; see `support help filters`. In a pipe each line is id, status, \
        priority, assignee, customer, last message, due and subject, parted by tabs. --columns \
        shows others: any field of the ticket's JSON, or the words that filters have for them. \
        --count-by gives a line for each value, the most frequent first and days in order.
        """,
      examples: [
        "support ticket list", "support ticket list assignee:me 'priority:>=high'",
        "support ticket list --status pending --sort created",
        "support ticket list tag:billing -tag:vip 'refund' --json=id,subject",
        "support ticket list has:field.serial --columns id,field.serial,tags",
        "support ticket list --all created:-30d --count-by created",
      ],
      isCommon: true
    ) { call, session in
      let context = try session.desk().filterContext
      let columns = try call[ListParameter.columns].map(ListParameter.columns)
      let filter = try asked(call, context).defaultingToOpen(call, context)
        .sorted(by: call[ListParameter.sort], call, context)
      try session.writePage(filter, columns: columns, call)
    }
  }

  /// The words and the flags together.
  private static func asked(_ call: Call, _ context: FilterContext) throws -> Filter {
    var parts = [try Filter.parse(words: call[Shared.filter], context)]
    for flag in flags {
      let values = call[flag.option]
      if !values.isEmpty { parts.append(try Filter.parse(flag.field, anyOf: values, context)) }
    }
    if call[overdue] { parts.append(try Filter.parse("is:overdue", context)) }
    if call[unread] { parts.append(try Filter.parse("is:unread", context)) }
    return Filter.and(parts)
  }
}
