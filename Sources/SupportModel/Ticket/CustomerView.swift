/// What a customer may see of their own ticket: one rule for documents and for history.
private enum DeskOnly {
  /// Fields that are the desk's own business.
  static let fields: Set<String> = [
    "watchers", "tags", "fields", "ai", "sla", "read_by_agent_at", "source_email", "source_phone",
    "links", "team", "external_id", "head", "cc", "merged_into", "escalation", "care",
    "pending_until",
  ]

  /// The dotted keys of a patch without those fields.
  static func without(_ object: JSONObject) -> JSONObject {
    JSONObject(
      object.members.filter { !fields.contains(String($0.key.prefix { $0 != "." })) }
        .map { ($0.key, $0.value) })
  }
}

extension Ticket {
  /// The ticket as its customer may see it: without internal notes and the desk's own fields. How
  /// the thread came together is the desk's own, too.
  package var forCustomer: Ticket {
    var document = DeskOnly.without(whole)
    let visible = messages.filter { !$0.isInternal }.map { JSON.object($0.forCustomer) }
    document["messages"] = visible.isEmpty ? nil : .array(visible)
    document["updated_at"] = .string(lastPublicChange.description)
    return Ticket(document) ?? self
  }

  /// Whether nothing was left out for a customer.
  package var isWhole: Bool { document["head"] != nil }

  /// The time of the last change that its customer can see; a note must not show by its time.
  private var lastPublicChange: Instant {
    let times = [lastMessageAt, resolvedAt, closedAt, instant("satisfaction.at")]
    return (times.compactMap(\.self) + timeline.map(\.at)).reduce(createdAt, max)
  }
}

extension Message {
  /// Without what the desk notes on it: where it came from, how long it took.
  fileprivate var forCustomer: JSONObject {
    var document = document
    for field in ["ticket", "spent_seconds"] { document[field] = nil }
    return document
  }
}

extension Event {
  /// What customers read for types that say how the desk works.
  private static let plainTypes: [EventType: EventType] = [
    .ticketEscalated: .ticketUpdated, .ticketWoken: .ticketStatusChanged,
  ]

  /// The event as the ticket's customer may see it; nil when there is nothing in it for them.
  package var forCustomer: Event? {
    if patch.message?["is_internal"]?.bool == true { return nil }
    var event = self
    event.type = Self.plainTypes[type] ?? type
    event.patch.set = DeskOnly.without(patch.set)
    event.patch.from = DeskOnly.without(patch.from)
    event.patch.add = DeskOnly.without(patch.add)
    event.patch.remove = DeskOnly.without(patch.remove)
    event.patch.message = patch.message.map { Message($0).forCustomer }
    event.meta = JSONObject()
    return event.patch.isEmpty ? nil : event
  }
}
