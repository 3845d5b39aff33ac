import Platform
import SupportModel
import SupportStore

/// What a user of sqlite3 would keep the same tickets in: two tables, the indexes that lists need,
/// a write-ahead log.
struct PeerDatabase {
  private let sqlite: String
  private let path: String

  init(_ sqlite: String, _ path: String) { (self.sqlite, self.path) = (sqlite, path) }

  func fill(from snapshot: Snapshot, _ ids: [TicketID]) throws {
    try run("PRAGMA journal_mode=WAL;\n" + Self.schema)
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      var text = "BEGIN;\n"
      for id in ids[start..<min(start + Self.batch, ids.count)] {
        if let ticket = try snapshot.ticket(id) { Self.write(ticket, to: &text) }
      }
      try run(text + "COMMIT;\n")
    }
    try run("ANALYZE;\n")
  }

  /// Tickets of one transaction.
  private static let batch = 20_000

  private func run(_ text: String) throws {
    let script = path + ".sql"
    try FileSystem.replace(script, with: Array(text.utf8))
    let words = ["-bail", path, ".read \(script)"]
    let status = try ChildProcess.talk(sqlite, words).status
    guard status == 0 else {
      throw TrialFailure(command: ([sqlite] + words).joined(separator: " "), status: status)
    }
    try FileSystem.remove(script)
  }

  private static func write(_ ticket: Ticket, to text: inout String) {
    let row = [
      ticket.id.description, ticket.subject, ticket.status, ticket.priority, ticket.category,
      ticket.channel, ticket.customer, ticket.assignee, ticket.createdAt.description,
      ticket.updatedAt.description, ticket.lastMessageAt?.description,
    ]
    let outcome = ticket.slaOutcome
    let figures = [outcome?.firstResponse, outcome?.resolution].flatMap { measurement in
      [
        measurement.map { "\($0.elapsedSeconds)" } ?? "NULL",
        measurement.map { $0.isBreached ? "1" : "0" } ?? "NULL",
      ]
    }
    let values = row.map(quoted) + figures
    text += "INSERT INTO tickets VALUES(\(values.joined(separator: ",")));\n"
    for message in ticket.messages {
      let row = [
        message.id, ticket.id.description, message.at?.description, message.author?.description,
        message.body,
      ]
      text += "INSERT INTO messages VALUES(\(row.map(quoted).joined(separator: ",")));\n"
    }
  }

  private static func quoted(_ text: String?) -> String {
    guard let text else { return "NULL" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }

  private static let schema = """
    CREATE TABLE tickets(
      id TEXT PRIMARY KEY, subject TEXT, status TEXT, priority TEXT, category TEXT, channel TEXT,
      customer TEXT, assigned_to TEXT, created_at TEXT, updated_at TEXT, last_message_at TEXT,
      first_seconds INTEGER, first_late INTEGER, resolution_seconds INTEGER, resolution_late INTEGER);
    CREATE TABLE messages(
      id TEXT PRIMARY KEY, ticket TEXT, at TEXT, author TEXT, body TEXT);
    CREATE INDEX by_status ON tickets(status, last_message_at);
    CREATE INDEX by_customer ON tickets(customer);
    CREATE INDEX by_assignee ON tickets(assigned_to, last_message_at);
    CREATE INDEX by_created ON tickets(created_at);
    CREATE INDEX by_last_message ON tickets(last_message_at);
    CREATE INDEX by_ticket ON messages(ticket, at);

    """
}
