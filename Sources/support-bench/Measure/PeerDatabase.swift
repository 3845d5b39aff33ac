import Platform
import SupportModel
import SupportStore

/// What a user of sqlite3 would keep the same tickets in: two tables, the index that each list
/// needs, a full-text index and a write-ahead log.
struct PeerDatabase {
  let sqlite: String
  /// Whether this sqlite3 has FTS5.
  let searchesTexts: Bool

  /// Makes a database as fast to read as it gets; it is there when it is whole.
  func make(_ path: String, of snapshot: Snapshot, _ ids: [TicketID]) throws {
    let (script, beside) = (path + ".sql", path + ".new")
    try FileSystem.removeIfPresent(beside)
    try writeScript(script, of: snapshot, ids)
    try ChildProcess.insist(sqlite, building(beside, script))
    try FileSystem.remove(script)
    let merging = searchesTexts ? "INSERT INTO texts(texts) VALUES('optimize');" : ""
    try ChildProcess.insist(
      sqlite, ["-bail", beside, "\(merging) ANALYZE; PRAGMA journal_mode=WAL;"])
    try FileSystem.rename(beside, to: path)
  }

  /// The words for the shell to build a database from a script. What is made anew after an accident
  /// needs no journal.
  func building(_ path: String, _ script: String) -> [String] {
    let settings = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-100000;"
    return ["-bail", path, settings, ".read '\(script)'"]
  }

  /// Writes statements that make tables and indexes of tickets, in the order that is the fastest.
  func writeScript(_ path: String, of snapshot: Snapshot, _ ids: [TicketID]) throws {
    let file = try OutputFile(path)
    try file.write(Array("BEGIN;\n\(Self.tables)\(searchesTexts ? Self.texts : "")".utf8))
    try snapshot.visitTickets(ids) { ticket in
      try file.write(Array(statements(for: ticket).utf8))
    }
    try file.write(Array("\(Self.indexes)COMMIT;\n".utf8))
    try file.finish()
  }

  private func statements(for ticket: Ticket) -> String {
    var text = "INSERT INTO tickets VALUES(\(Self.row(ticket)));\n"
    if searchesTexts {
      let bodies = ticket.messages.map(\.body).joined(separator: "\n")
      let row = [ticket.subject, ticket.customer, bodies].map(Self.quoted).joined(separator: ",")
      text +=
        "INSERT INTO texts(rowid,subject,customer,body) VALUES(last_insert_rowid(),\(row));\n"
    }
    for message in ticket.messages {
      let row = [
        message.id, ticket.id.description, message.at?.description, message.author?.description,
        message.body,
      ]
      text += "INSERT INTO messages VALUES(\(row.map(Self.quoted).joined(separator: ",")));\n"
    }
    return text
  }

  private static func row(_ ticket: Ticket) -> String {
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
    return (row.map(quoted) + figures).joined(separator: ",")
  }

  private static func quoted(_ text: String?) -> String {
    guard let text else { return "NULL" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }
}
