/// Makes documents out of events. It reads nothing but events: no settings, no clock.
///
/// - `set` replaces fields (dotted paths reach inside, null removes); the later event wins.
/// - `add` and `remove` change lists that are sets; an emptied list goes away.
/// - `message` appends to the thread, with `id`, `at` and `author` from the event where it has none
///   of its own; `last_message_at` is the latest public message's time.
/// - `erased` is true once an event erased something, or was itself scrubbed.
/// - `updated_at` and `head` are the last event's time and id; that the content was erased is no
///   update.
package enum Fold {
  package static let format = 1

  /// The document of one record, from its events in any order and with any repeats.
  package static func document(_ events: [Event]) -> JSONObject? {
    let rise = zip(events, events.dropFirst()).allSatisfy { $0.id < $1.id }
    let sorted = rise ? events : events.sorted { $0.id < $1.id }
    guard let first = sorted.first else { return nil }
    var document = blank(first.subject)
    var last: EventID?
    for place in sorted.indices where sorted[place].id != last {
      apply(sorted[place], to: &document)
      last = sorted[place].id
    }
    return arranged(document, kind: first.subject.kind)
  }

  /// A document with one more event, which must be later than all that are folded into it.
  package static func document(_ document: JSONObject?, adding event: Event) -> JSONObject {
    var document = document ?? blank(event.subject)
    apply(event, to: &document)
    return arranged(document, kind: event.subject.kind)
  }

  private static func blank(_ subject: RecordKey) -> JSONObject {
    var members: [JSONObject.Member] = []
    members.reserveCapacity(DocumentShape.ticket.count)
    members.append(.init(key: "format", value: .integer(Int64(format))))
    let name = subject.kind == .customer ? "email" : "id"
    members.append(.init(key: name, value: .string(subject.name)))
    return JSONObject(unique: members)
  }

  private static func apply(_ event: Event, to document: inout JSONObject) {
    for member in event.patch.set.members {
      document.set(member.value.isNull ? nil : member.value, at: member.key)
    }
    for member in event.patch.add.members {
      var list = document.value(at: member.key)?.array ?? []
      for value in member.value.array ?? [] where !list.contains(value) { list.append(value) }
      document.set(list.isEmpty ? nil : .array(list), at: member.key)
    }
    for member in event.patch.remove.members {
      let gone = member.value.array ?? []
      let list = (document.value(at: member.key)?.array ?? []).filter { !gone.contains($0) }
      document.set(list.isEmpty ? nil : .array(list), at: member.key)
    }
    if let message = event.patch.message { append(message, of: event, to: &document) }
    if event.scrubbed != nil || event.erasure != nil { document["erased"] = true }
    if event.erasure != .content { document["updated_at"] = .string(event.at.description) }
    document["head"] = .string(event.id.description)
  }

  private static func append(
    _ given: JSONObject, of event: Event, to document: inout JSONObject
  ) {
    let time = given["at"] ?? .string(event.at.description)
    // In this order, most messages need not be put into any.
    var message: [JSONObject.Member] = []
    message.reserveCapacity(given.members.count + 3)
    message.append(.init(key: "id", value: given["id"] ?? .string(event.id.description)))
    message.append(.init(key: "at", value: time))
    message.append(.init(key: "author", value: given["author"] ?? .string(event.by.description)))
    // These it has, be it from its event.
    message += given.members.filter { !["id", "at", "author"].contains($0.key) }
    document.append(
      .object(JSONObject(unique: message).ordered(by: messageOrder)), to: "messages")
    let at = time.string ?? ""
    if given["is_internal"]?.bool != true, at > document["last_message_at"]?.string ?? "" {
      document["last_message_at"] = .string(at)
    }
  }

  private static let ticketOrder = KeyOrder(DocumentShape.ticket)
  private static let messageOrder = KeyOrder(DocumentShape.message)
  private static let customerOrder = KeyOrder(DocumentShape.customer)

  private static func arranged(_ document: JSONObject, kind: RecordKind) -> JSONObject {
    document.ordered(by: kind == .customer ? customerOrder : ticketOrder)
  }

  /// A ticket's document from elsewhere with its members and those of its messages in their order.
  static func arranged(_ document: JSONObject) -> JSONObject {
    var document = arranged(document, kind: .ticket)
    if let messages = document["messages"]?.array {
      document["messages"] = .array(
        messages.map { $0.object.map { .object($0.ordered(by: messageOrder)) } ?? $0 })
    }
    return document
  }
}

/// The order in which the members of a document stand: what a reader wants first comes first, and
/// the long thread comes last.
package enum DocumentShape {
  package static let ticket = [
    "format", "id", "subject", "status", "priority", "category", "channel", "customer",
    "cc", "assigned_to", "team", "tags", "watchers", "order", "external_id", "merged_into", "links",
    "fields", "source_email", "source_phone", "statuses", "pending_until", "first_response_at",
    "sla", "escalation", "care", "read_by_agent_at", "read_by_customer_at", "satisfaction", "ai",
    "erased", "created_at", "updated_at", "last_message_at", "resolved_at", "closed_at",
    "messages", "head",
  ]
  package static let message = [
    "id", "at", "author", "author_name", "direction", "is_internal", "body", "spent_seconds",
    "attachments", "email_message_id",
  ]
  package static let customer = [
    "format", "email", "same_as", "name", "emails", "phones", "organisation", "tier", "language",
    "notes", "consents", "erased", "created_at", "updated_at", "head",
  ]
  /// Members of a customer that are lists.
  static let customerLists: Set<String> = ["emails", "phones"]
}
