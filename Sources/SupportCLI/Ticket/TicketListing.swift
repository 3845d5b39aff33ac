import SupportDesk
import SupportModel

/// How tickets look in a list. The columns of a pipe are a contract: id, status, priority,
/// assignee, customer, last message, due, subject.
struct TicketListing {
  let session: Session
  let settings: DeskSettings

  /// Lines of a list, and records as far as lines know them.
  var summaries: Listing<TicketSummary> {
    Listing(columns: columns, fields: TicketView.fields, json: \.json)
  }

  /// Whole records.
  var views: Listing<TicketView> {
    Listing(columns: [], fields: TicketView.fields, json: \.json)
  }

  private var columns: [Column<TicketSummary>] {
    [
      Column("ID") {
        $0.id.description
      } shown: { row in
        Cell(row.id.description, isUnread(row) ? .bold : .plain)
      },
      Column("STATUS") {
        $0.status
      } shown: {
        Cell($0.status, statusStyle($0.status))
      },
      Column("PRIORITY") {
        $0.priority
      } shown: { row in
        Cell(row.priority, priorityStyle(row.priority))
      },
      Column("ASSIGNEE") { $0.assignee ?? "" },
      Column("CUSTOMER", isElastic: true, isOptional: true) { $0.customer ?? "" },
      Column("UPDATED", isOptional: true) { time($0.lastMessageAt) },
      Column("DUE") {
        time($0.dueAt)
      } shown: { row in
        Cell(time(row.dueAt), row.isOverdue ? .boldRed : .plain)
      },
      Column("SUBJECT", isElastic: true) {
        $0.subject
      } shown: { row in
        Cell(row.subject, isUnread(row) ? .bold : .plain)
      },
    ]
  }

  private func time(_ time: Instant?) -> String { TimeText.short(time, session) }

  private func isUnread(_ row: TicketSummary) -> Bool {
    session.output.isTerminal && row.isUnreadByAgent == true
  }

  /// The colour that the desk gives it, or else one that tells its phase.
  func statusStyle(_ code: String) -> Style {
    if let colour = settings.lifecycle[code]?.colour { return Style(colour) }
    return switch settings.lifecycle.phase(of: code) {
    case .active: code == "new" ? .green : .plain
    case .waiting: .yellow
    case .done: .dim
    }
  }

  func priorityStyle(_ code: String) -> Style {
    settings.priorities[code]?.colour.map(Style.init) ?? .plain
  }
}

extension Session {
  /// As many records are in memory at a time.
  private static let chunk = 500

  /// Writes tickets as `ticket list` does. Records are read where lines do not say all that is asked
  /// for, a few at a time.
  func list(_ rows: [TicketSummary], columns: [TicketColumn]? = nil) throws {
    let listing = TicketListing(session: self, settings: try desk().settings)
    if let columns, output.isText {
      return try list(rows, PickedColumns(columns: columns, listing: listing))
    }
    guard !output.asksOnly(for: TicketSummary.fields) else {
      return try output.list(rows, listing.summaries)
    }
    try output.list([], listing.views)
    try visitViews(of: rows.map(\.id)) { try output.list($0, listing.views) }
  }

  /// A table needs all of its rows at once; of each it keeps what is shown.
  private func list(_ rows: [TicketSummary], _ picked: PickedColumns) throws {
    var shown: [JSONObject] = []
    if picked.areOfSummaries {
      shown = rows.map(\.json)
    } else {
      try visitViews(of: rows.map(\.id)) { views in
        shown += views.map { picked.reduced($0.json) }
        guard !output.isTerminal else { return }
        try output.list(shown, picked.records)
        shown = []
      }
    }
    try output.list(shown, picked.records)
  }

  /// Reads the records of tickets, a few at a time.
  func visitViews(of ids: [TicketID], _ body: ([TicketView]) throws -> Void) throws {
    let desk = try desk()
    for start in stride(from: 0, to: ids.count, by: Self.chunk) {
      try body(desk.views(of: Array(ids[start..<min(start + Self.chunk, ids.count)])))
    }
  }
}
