/// Reading a ticket document as `export` writes it.
extension ImportedTicket {
  /// Whether an object is meant to be a document of ours.
  static func isDocument(_ object: JSONObject) -> Bool {
    object["format"] != nil && object["head"] != nil
  }

  /// What `show --json` adds to a document.
  private static let computed = KeyOrder([
    "sla_due_at", "sla_overdue", "unread_by_agent", "unread_by_customer", "last_message_snippet",
  ])

  /// Members that have a place of their own, or follow from the events.
  private static let placed = KeyOrder([
    "format", "id", "statuses", "updated_at", "last_message_at", "messages", "head",
  ])

  /// Takes a document apart. Whether its events add up to it is for `folded` to say.
  init(document: JSONObject, _ rules: ImportRules) throws {
    guard let format = document["format"]?.integer else {
      throw ImportError.badDocument(member: "format")
    }
    guard format <= DeskSettings.newestFormat else { throw ImportError.newerFormat(format) }
    if let member = document.members.first(where: { Self.computed.holds($0.key) }) {
      throw ImportError.computedMember(member.key)
    }
    guard let ticket = Ticket(document) else { throw ImportError.badDocument(member: "id") }
    guard let head = ticket.head, head.time < EventID.end else {
      throw ImportError.badDocument(member: "head")
    }
    guard let updated = ticket.instant("updated_at") else {
      throw ImportError.badDocument(member: "updated_at")
    }
    self.init(createdAt: ticket.createdAt, updatedAt: updated)
    (id, self.head) = (ticket.id, head)
    self.document = Fold.arranged(document)
    members = JSONObject(unique: document.members.filter { !Self.placed.holds($0.key) })
    statuses = try Self.list("statuses", in: document)
    messages = try Self.list("messages", in: document).map { message in
      guard let message = message.object else { throw ImportError.badDocument(member: "messages") }
      return message
    }
    customerName = messages.first { Message($0).author == customer.map(Actor.customer) }
      .flatMap { $0["author_name"]?.string }
    try check(ticket, rules)
  }

  private static func list(_ key: String, in document: JSONObject) throws -> [JSON] {
    guard let value = document[key] else { return [] }
    guard let list = value.array else { throw ImportError.badDocument(member: key) }
    return list
  }

  /// Clocks of desks that exchange tickets are not further apart than this.
  private static let tolerance = TimeSpan(seconds: 600)

  private func check(_ ticket: Ticket, _ rules: ImportRules) throws {
    let limits = rules.settings.limits
    guard let subject = members["subject"]?.string else {
      throw ImportError.badDocument(member: "subject")
    }
    guard try TextRules.subject(subject, limits) == subject else {
      throw ImportError.badDocument(member: "subject")
    }
    let times = [head?.time, ticket.updatedAt, Instant(ticket.id.date)].compactMap { $0 }
    if let time = times.first(where: { $0 > rules.now + Self.tolerance }) {
      throw ImportError.future(member: "head", time)
    }
    guard rules.settings.lifecycle[ticket.status] != nil else {
      throw Refusal.unknown(
        kind: "status", word: ticket.status, known: rules.settings.lifecycle.codes)
    }
    guard rules.settings.priorities[ticket.priority] != nil else {
      throw Refusal.unknown(
        kind: "priority", word: ticket.priority, known: rules.settings.priorities.codes)
    }
    if let customer = members["customer"] {
      guard let text = customer.string, EmailAddress(text)?.text == text else {
        throw ImportError.badDocument(member: "customer")
      }
    }
    for message in messages { try TextRules.size(Message(message).body, limits) }
  }

  /// The document that its events fold to; the one that it came as, or it is refused.
  package func folded(_ events: [Event]) throws -> JSONObject {
    guard let folded = Fold.document(events) else { throw ImportError.badDocument(member: "id") }
    guard let document, folded != document else { return folded }
    let keys = document.keys + folded.keys.filter { document[$0] == nil }
    let members = keys.filter { folded[$0] != document[$0] }
    throw ImportError.notFolded(members: members)
  }
}
