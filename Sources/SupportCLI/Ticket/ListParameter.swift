import CommandKit
import SupportDesk
import SupportModel

/// What `ticket list` and a view take alike: in what order, how many, what of each.
enum ListParameter {
  static let sort = Option.text(
    "sort", value: "KEY",
    "Sort by created, updated, last_message, priority, due, status, subject",
    default: "last_message, the newest first",
    completes: .choices(SortKey.allCases.map(\.rawValue)))
  static let reverse = Option.flag("reverse", short: "r", "Turn the order round")
  static let cursor = Option.text("cursor", value: "CURSOR", "Go on where the last page ended")
  static let all = Option.flag("all", short: "a", "Also tickets that are done")
  static let limit = Shared.limit(default: "50 on a terminal, all in a pipe")
  static let columns = Option.text(
    "columns", value: "NAME,NAME", "Show these: id, due, tags, field.serial and any other field",
    completes: .choices(TicketColumn.known))

  static let page: [any Parameter] = [
    sort, reverse, limit, cursor, columns, TicketCount.all, TicketCount.by,
  ]

  static func columns(_ text: String) throws -> [TicketColumn] {
    try text.split(separator: ",").map { name in
      guard let column = TicketColumn(String(name)) else {
        throw Refusal.unknown(
          kind: "column", word: trimmed(name), known: TicketColumn.known)
      }
      return column
    }
  }
}

extension Filter {
  /// The filter with open tickets only, unless it speaks of the status or all are asked for.
  func defaultingToOpen(_ call: Call, _ context: FilterContext) throws -> Filter {
    guard !call[ListParameter.all], !choosesPhase else { return self }
    return and(try Filter.parse("is:open", context))
  }

  /// The filter in the order that a sort key and `--reverse` ask for.
  func sorted(by key: String?, _ call: Call, _ context: FilterContext) throws -> Filter {
    var filter = self
    if let key {
      guard let term = context.sortTerm(key) else {
        throw Refusal.unknown(kind: "sort key", word: key, known: context.sortKeys)
      }
      // Without a sign the useful end comes first: the newest, the most pressing, the soonest due.
      let isDescending = [.created, .updated, .lastMessage, .priority].contains(term.key)
      filter.sorts = [key.hasPrefix("-") ? term : SortTerm(term.key, isDescending: isDescending)]
    }
    if call[ListParameter.reverse] { filter.sorts = filter.order.reversed.terms }
    return filter
  }
}

extension Session {
  /// Writes a page of the tickets that a filter finds, or the numbers that are asked for instead.
  func writePage(_ filter: Filter, columns: [TicketColumn]?, _ call: Call) throws {
    let wanted = call[ListParameter.limit]
    if try writeCounts(filter, limit: wanted, call) { return }
    let limit = wanted ?? (output.isTerminal && output.isText ? 50 : nil)
    var shown = 0
    if output.isText { try output.startPager(self) }
    let next = try desk().list(filter, limit: limit, after: call[ListParameter.cursor]) { rows in
      shown += rows.count
      try list(rows, columns: columns)
    }
    if shown == 0 { try list([], columns: columns) }
    if let next {
      output.note("showing \(counted(shown, "ticket")); more with --cursor \(next)")
    } else if shown == 0, output.isTerminal, output.isText {
      output.note("no tickets match")
    }
  }
}
