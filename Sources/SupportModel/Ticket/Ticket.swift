/// A ticket as its document says: a typed view, computed from nothing but the document.
package struct Ticket: Hashable, Sendable {
  package let id: TicketID
  package let document: JSONObject
  /// What merges and splits made of its thread; nil where they had no hand in it, and where only
  /// the document itself counts.
  var thread: TicketThread?

  /// Nil for a document that does not name a ticket.
  package init?(_ document: JSONObject) {
    guard let id = document["id"]?.string.flatMap({ TicketID($0) }) else { return nil }
    self.id = id
    self.document = document
  }

  package var key: RecordKey { .ticket(id) }
  package var subject: String { text("subject") ?? "" }
  package var status: String { text("status") ?? "new" }
  package var priority: String { text("priority") ?? "" }
  package var category: String? { text("category") }
  package var channel: String? { text("channel") }
  /// The customer's address; nil for an internal ticket.
  package var customer: String? { text("customer") }
  /// The handle of the agent who owns it.
  package var assignee: String? { text("assigned_to") }
  package var team: String? { text("team") }
  package var order: String? { text("order") }
  /// What it is called in the system that it was imported from.
  package var externalID: String? { text("external_id") }
  package var tags: [String] { document["tags"]?.strings ?? [] }
  package var watchers: [String] { document["watchers"]?.strings ?? [] }
  /// The addresses of other customers who take part in it.
  package var cc: [String] { document["cc"]?.strings ?? [] }
  package var fields: JSONObject { document["fields"]?.object ?? JSONObject() }
  package var createdAt: Instant { instant("created_at") ?? Instant(id.date) }
  package var updatedAt: Instant { instant("updated_at") ?? createdAt }
  package var lastMessageAt: Instant? {
    guard let thread, thread.leadsTo == nil else { return instant("last_message_at") }
    return messages.lazy.filter { !$0.isInternal }.compactMap(\.at).max()
  }
  package var firstResponseAt: Instant? { instant("first_response_at") }
  package var resolvedAt: Instant? { instant("resolved_at") }
  package var closedAt: Instant? { instant("closed_at") }
  package var readByAgentAt: Instant? { instant("read_by_agent_at") }
  package var readByCustomerAt: Instant? { instant("read_by_customer_at") }
  /// The id of the last event folded in: the version that `--if-match` compares.
  package var head: EventID? { text("head").flatMap { EventID($0) } }

  /// The messages that its document holds.
  var writtenMessages: [Message] {
    document["messages"]?.array?.compactMap(\.object).map(Message.init) ?? []
  }

  /// The tickets that it is linked to.
  package var linked: [TicketID] {
    document["links"]?.array?.compactMap { $0["ticket"]?.string.flatMap { TicketID($0) } } ?? []
  }

  /// Its links as words: the kinds, and the ids they lead to.
  var linkWords: [String] {
    document["links"]?.array?.flatMap { link in
      [link["kind"]?.string, link["ticket"]?.string].compactMap(\.self)
    } ?? []
  }

  /// The statuses it has been in, in the order they were set.
  package var timeline: [(status: String, at: Instant)] {
    document["statuses"]?.array?.compactMap { entry in
      guard let status = entry["status"]?.string,
        let at = entry["at"]?.string.flatMap({ Instant($0) })
      else { return nil }
      return (status, at)
    } ?? []
  }

  package func text(_ path: String) -> String? { document.value(at: path)?.string }
  package func instant(_ path: String) -> Instant? { text(path).flatMap { Instant($0) } }
}

/// One message of a ticket's thread.
package struct Message: Hashable, Sendable {
  package enum Direction: String, Sendable, CaseIterable { case inbound, outbound }

  package let document: JSONObject

  package init(_ document: JSONObject) { self.document = document }

  package var id: String { document["id"]?.string ?? "" }
  package var at: Instant? { document["at"]?.string.flatMap { Instant($0) } }
  package var author: Actor? { document["author"]?.string.flatMap { Actor($0) } }
  package var authorName: String? { document["author_name"]?.string }
  package var direction: Direction {
    document["direction"]?.string.flatMap(Direction.init) ?? .inbound
  }
  package var isInternal: Bool { document["is_internal"]?.bool ?? false }
  package var body: String { document["body"]?.string ?? "" }
  package var attachments: [Attachment] {
    document["attachments"]?.array?.compactMap { $0.object.flatMap(Attachment.init) } ?? []
  }

  /// Whether a human agent says this to the customer: what stops a response clock.
  package var isAgentReply: Bool {
    direction == .outbound && !isInternal && author?.isAgent == true
  }
}

/// A file that hangs on a message; its bytes lie in the desk under their SHA-256.
package struct Attachment: Hashable, Sendable {
  package var filename: String
  /// In bytes.
  package var size: Int
  package var mimeType: String
  /// 64 hexadecimal digits in lower case.
  package var sha256: String

  package init(filename: String, size: Int, mimeType: String, sha256: String) {
    (self.filename, self.size) = (filename, size)
    (self.mimeType, self.sha256) = (mimeType, sha256)
  }

  package init?(_ json: JSONObject) {
    guard let filename = json["filename"]?.string, let size = json["size"]?.integer,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(
      filename: filename, size: size,
      mimeType: json["mime_type"]?.string ?? "application/octet-stream", sha256: sha256)
  }

  package var json: JSON {
    .object(
      JSONObject([
        ("filename", .string(filename)), ("size", .integer(Int64(size))),
        ("mime_type", .string(mimeType)), ("sha256", .string(sha256)),
      ]))
  }
}
