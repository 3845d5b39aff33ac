import Platform
import SupportModel

/// One ticket is shown or changed. Ours are nil where the desk is too small to hold a fitting one.
extension Stand {
  var writing: [Heat] {
    [
      heat("ticket new") { (new(), insert) },
      heat("ticket reply") { reply().map { ($0, update) } },
      heat("ticket close") { close().map { ($0, turn) } },
    ]
  }

  func show() -> Trial? {
    if shown.isEmpty { return nil }
    return support("ticket show") { run in
      ["ticket", "show", shown[run % shown.count].description]
    }
  }

  /// Opens a ticket for a customer: an old one and a new one in turn.
  func new() -> Trial {
    support("ticket new") { run in
      let customer = run % 2 == 0 ? "bench@example.com" : "bench-\(run % 1000)@example.com"
      return [
        "ticket", "new", "-s", Self.subject, "-m", Self.message, "--customer", customer,
      ]
    }
  }

  func reply() -> Trial? {
    if answered.isEmpty { return nil }
    return support("ticket reply") { run in
      ["ticket", "reply", answered[run % answered.count].description, "-m", Self.message]
    }
  }

  /// Closes a ticket and reopens it in turn.
  func close() -> Trial? {
    if turned.isEmpty { return nil }
    return support("ticket close") { _ in
      let (verb, id) = turned.next()
      return ["ticket", verb, id.description]
    }
  }

  // MARK: The database's

  var selectOne: Peer {
    sqlite("SELECT one row") { run in
      "SELECT * FROM tickets WHERE id = '\(shown[run % shown.count])';"
    }
  }

  var insert: Peer { insert("INSERT", assignee: "NULL") }

  /// A row for whoever has the fewest open tickets.
  var insertGiven: Peer {
    insert(
      "INSERT SELECT",
      assignee: """
        (SELECT assigned_to FROM tickets WHERE \(PeerDatabase.isOpen) AND assigned_to IS NOT NULL
          GROUP BY assigned_to ORDER BY count(*) LIMIT 1)
        """)
  }

  private func insert(_ name: String, assignee: String) -> Peer {
    sqlite(name) { _ in
      """
      PRAGMA synchronous=FULL;
      INSERT INTO tickets VALUES(\(Self.freshID), '\(Self.subject)', 'new', 'normal', NULL, 'web',
        'bench@example.com', \(assignee), \(Self.now), \(Self.now), \(Self.now), NULL, NULL,
        NULL, NULL);
      """
    }
  }

  private var update: Peer {
    sqlite("UPDATE, INSERT") { run in
      let id = answered[run % answered.count].description
      return """
        PRAGMA synchronous=FULL;
        BEGIN;
        UPDATE tickets SET status = 'open', updated_at = \(Self.now), last_message_at = \(Self.now)
          WHERE id = '\(id)';
        INSERT INTO messages VALUES(\(Self.freshID), '\(id)', \(Self.now), 'agent:ada',
          '\(Self.message)');
        COMMIT;
        """
    }
  }

  private var turn: Peer {
    sqlite("UPDATE") { run in
      """
      PRAGMA synchronous=FULL;
      UPDATE tickets SET status = '\(run % 2 == 0 ? "closed" : "open")', updated_at = \(Self.now)
        WHERE id = '\(answered[run / 2 % answered.count])';
      """
    }
  }

  /// As many commands at once as wait for one lock.
  func writers() -> Writers {
    var peer = insert
    if case .runs(var insert) = peer {
      let words = insert.words
      insert.words = { ["-cmd", ".timeout 10000"] + words($0) }
      peer = .runs(insert)
    }
    return Writers(size: size, ours: new(), peer: peer, bound: 1)
  }

  private static let subject = "Cannot sign in since the update"
  private static let message = "It says that the password is wrong. Could you reset it for me?"
  private static let freshID = "lower(hex(randomblob(13)))"
  private static let now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
}
