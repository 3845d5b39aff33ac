import SupportModel

/// Its tables, and an index for each question of the race.
extension PeerDatabase {
  /// What makes a row an open ticket, in the same words for the indexes and the questions.
  static let isOpen: String = {
    let open = Lifecycle.standard.statuses.filter { $0.phase != .done }
    return "status IN (\(open.map { "'\($0.code)'" }.joined(separator: ",")))"
  }()

  static let tables = """
    CREATE TABLE tickets(
      id TEXT PRIMARY KEY, subject TEXT, status TEXT, priority TEXT, category TEXT, channel TEXT,
      customer TEXT, assigned_to TEXT, created_at TEXT, updated_at TEXT, last_message_at TEXT,
      first_seconds INTEGER, first_late INTEGER, resolution_seconds INTEGER, resolution_late INTEGER);
    CREATE TABLE messages(
      id TEXT PRIMARY KEY, ticket TEXT, at TEXT, author TEXT, body TEXT);

    """

  static let texts = """
    CREATE VIRTUAL TABLE texts USING fts5(
      subject, customer, body, content='', tokenize='porter unicode61');

    """

  static let indexes = """
    CREATE INDEX by_status ON tickets(status);
    CREATE INDEX by_customer ON tickets(customer, last_message_at);
    CREATE INDEX by_created ON tickets(created_at);
    CREATE INDEX by_subject ON tickets(subject COLLATE NOCASE);
    CREATE INDEX open_by_last_message ON tickets(last_message_at) WHERE \(isOpen);
    CREATE INDEX open_by_assignee ON tickets(assigned_to, last_message_at) WHERE \(isOpen);
    CREATE INDEX by_ticket ON messages(ticket, at);

    """
}
