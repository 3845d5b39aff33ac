import CommandKit
import SupportDesk
import SupportModel

/// What a job did, on its way out: line by line for programs, one table for people.
final class JobRows {
  /// What the help of every job says about it.
  static let details = """
    Running it again does nothing. When nothing is due, nothing is printed. In a pipe each line is \
    id, what was done, since when it was waited, assignee and subject; it is printed once what it \
    says is durable.
    """

  private let session: Session
  private var table: [JobFound] = []

  init(_ session: Session) { self.session = session }

  /// Refuses a field that is not known before anything is done.
  func begin() throws { try session.output.list([], listing) }

  func add(_ found: [JobFound]) throws {
    if session.output.isTerminal, session.output.isText {
      table += found
      return
    }
    try session.output.list(found, listing)
    try session.output.flush()
  }

  func end() throws { try session.output.list(table, listing) }

  private var listing: Listing<JobFound> {
    Listing(
      columns: [
        Column("ID") { $0.ticket.id.description },
        Column("WHAT") { Self.what($0.draft.type) },
        Column("SINCE") { [session] in TimeText.short(Self.since($0), session) },
        Column("ASSIGNEE") { $0.ticket.assignee ?? "" },
        Column("SUBJECT", isElastic: true) { $0.ticket.subject },
      ],
      fields: ["id", "what", "since", "status", "assigned_to", "customer", "subject", "notify"],
      json: Self.json)
  }

  private static func what(_ type: EventType) -> String {
    switch type {
    case .ticketAutocloseWarned: "reminded"
    case .ticketClosed: "closed"
    case .ticketWoken: "opened"
    case .ticketUnanswered: "unanswered"
    case .ticketSurveyAsked: "asked"
    default: type.description
    }
  }

  /// Since when somebody waited.
  private static func since(_ row: JobFound) -> Instant? {
    switch row.draft.type {
    case .ticketUnanswered: row.ticket.instant("care.unanswered_at")
    case .ticketSurveyAsked: row.ticket.closedAt
    default:
      (row.draft.meta["since"] ?? row.draft.patch.from["pending_until"])?.string
        .flatMap { Instant($0) }
    }
  }

  private static func json(_ row: JobFound) -> JSONObject {
    var json = JSONObject([
      ("id", .string(row.ticket.id.description)), ("what", .string(what(row.draft.type))),
    ])
    json["since"] = since(row).map { .string($0.description) }
    json["status"] = .string(row.ticket.status)
    json["assigned_to"] = row.ticket.assignee.map(JSON.string)
    json["customer"] = row.ticket.customer.map(JSON.string)
    json["subject"] = .string(row.ticket.subject)
    json["notify"] = row.draft.meta["notify"]
    return json
  }
}

extension Session {
  /// Runs a job and writes what it did.
  func run(
    _ call: Call,
    _ job: (Desk, _ isDryRun: Bool, _ tell: ([JobFound]) throws -> Void) throws -> JobResult
  ) throws {
    let rows = JobRows(self)
    try rows.begin()
    let result = try job(try desk(), call[Shared.dryRun], rows.add)
    try rows.end()
    tell(result.rules)
    warn(result.warning)
  }
}
