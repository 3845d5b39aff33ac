/// A ticket as a filter looks at it. What has to be computed or looked up is asked for only when a
/// condition or sort key needs it.
package struct FilterSubject {
  /// Judgement about a ticket's SLA clocks at this moment.
  package struct Clocks: Hashable, Sendable {
    /// When the nearest running clock is due.
    package var dueAt: Instant?
    package var isOverdue = false
    package var isPaused = false
    package var isBreached = false

    package init(
      dueAt: Instant? = nil, isOverdue: Bool = false, isPaused: Bool = false,
      isBreached: Bool = false
    ) {
      (self.dueAt, self.isOverdue) = (dueAt, isOverdue)
      (self.isPaused, self.isBreached) = (isPaused, isBreached)
    }
  }

  package let ticket: Ticket
  package let clocks: () -> Clocks
  /// The record of the ticket's customer.
  package let customer: () -> JSONObject?
  /// What is computed of its promises, by dotted path: `sla.policy`.
  package let promises: () -> JSONObject

  package init(
    _ ticket: Ticket, clocks: @escaping () -> Clocks = { Clocks() },
    customer: @escaping () -> JSONObject? = { nil },
    promises: @escaping () -> JSONObject = { JSONObject() }
  ) {
    (self.ticket, self.clocks, self.customer) = (ticket, clocks, customer)
    self.promises = promises
  }
}

extension FilterSubject {
  /// The values of a field as text, in lower case; none where it is absent.
  func words(_ field: FilterField) -> [String] { spellings(field).map { $0.lowercased() } }

  /// The same as they are written.
  package func spellings(_ field: FilterField) -> [String] {
    let words: [String?] =
      switch field {
      case .id: [ticket.id.description]
      case .subject: [ticket.subject]
      case .status: [ticket.status]
      case .priority: [ticket.priority]
      case .category: [ticket.category]
      case .channel: [ticket.channel]
      case .customer: [ticket.customer]
      case .assignee: [ticket.assignee]
      case .team: [ticket.team]
      case .order: [ticket.order]
      case .externalID: [ticket.externalID]
      case .tag: ticket.tags
      case .watcher: ticket.watchers
      case .cc: ticket.cc
      case .was: ticket.timeline.map(\.status) + [ticket.status]
      case .link: ticket.linkWords
      case .reference: ticket.references(of: nil)
      case .referenceOfKind(let kind): ticket.references(of: kind)
      case .attachment, .messageDirection, .messageAt, .messageAuthor, .messageBody:
        ticket.messages.flatMap { $0.spellings(field) }
      case .rating, .custom, .customerDetail, .member, .comment, .erased, .head, .sourceEmail,
        .sourcePhone:
        Self.words(json(field))
      case .created, .updated, .lastMessage, .resolved, .closed, .due, .firstResponse,
        .readByAgent, .readByCustomer, .pendingUntil:
        [time(field)?.description]
      }
    return words.compactMap { $0.flatMap { $0.isEmpty ? nil : $0 } }
  }

  package func time(_ field: FilterField) -> Instant? {
    switch field {
    case .created: ticket.createdAt
    case .updated: ticket.updatedAt
    case .lastMessage: ticket.lastMessageAt
    case .resolved: ticket.resolvedAt
    case .closed: ticket.closedAt
    case .firstResponse: ticket.firstResponseAt
    case .due: clocks().dueAt
    case .readByAgent: ticket.readByAgentAt
    case .readByCustomer: ticket.readByCustomerAt
    case .pendingUntil: ticket.pendingUntil
    default: json(field)?.string.flatMap { Instant($0) }
    }
  }

  /// A number, also where a custom field keeps it as text.
  func number(_ field: FilterField) -> Double? {
    let json = json(field)
    return json?.number ?? json?.string.flatMap(Double.init)
  }

  private func json(_ field: FilterField) -> JSON? {
    switch field {
    case .rating: ticket.document.value(at: "satisfaction.rating")
    case .comment: ticket.document.value(at: "satisfaction.comment")
    case .erased: ticket.document["erased"]
    case .head: ticket.document["head"]
    case .sourceEmail: ticket.document["source_email"]
    case .sourcePhone: ticket.document["source_phone"]
    case .member(let path):
      (path.hasPrefix("sla.") ? promises()[path] : nil) ?? ticket.document.value(at: path)
    case .custom(let name): ticket.fields[name] ?? ticket.fields.value(at: name)
    case .customerDetail(let name): customer()?.value(at: name)
    default: nil
    }
  }

  private static func words(_ json: JSON?) -> [String] {
    switch json {
    case .string(let text): [text]
    case .bool(let flag): [flag ? "true" : "false"]
    case .integer, .number:
      [json?.integer.map(String.init) ?? json?.number.map { "\($0)" }].compactMap { $0 }
    case .array(let elements): elements.flatMap(words)
    case .null, .object, nil: []
    }
  }
}
