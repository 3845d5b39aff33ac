/// The events of an imported ticket: one that opens it, one for each message, and one that brings it
/// to where it stands now.
///
///     at created_at   ticket.created         what it is about, the first message, its first status
///     at the message  ticket.message.added   each further message
///     at updated_at   ticket.resolved ...    all else: status, owner, times, recorded facts
///
/// They say when each thing happened, and all were written by whoever imports. The events of a
/// document of ours have the ids that it names: those of its messages, and its head.
extension ImportedTicket {
  /// Something of what happened to it.
  private struct Step {
    var at: Instant
    var message: JSONObject?
    var opens = false
    var ends = false
  }

  /// How many events it takes.
  package var eventCount: Int { max(1, messages.count) + (hasLastStep ? 1 : 0) }

  /// Whether the way it stands now takes an event of its own, behind those of the messages.
  private var hasLastStep: Bool {
    guard let last = messages.last else { return false }
    if let head { return last["id"]?.string != head.description }
    let end = messages.count == 1 ? createdAt : Message(last).at ?? createdAt
    return updatedAt != end || !laterMembers.isEmpty || statuses.count > 1
  }

  private var steps: [Step] {
    var steps = messages.map { Step(at: Message($0).at ?? updatedAt, message: $0) }
    if steps.isEmpty || hasLastStep { steps.append(Step(at: updatedAt)) }
    steps[0].opens = true
    steps[0].at = createdAt
    steps[steps.count - 1].ends = true
    steps[steps.count - 1].at = updatedAt
    return steps
  }

  /// The ids that its own events had, rising up to its head; nil for a loose record.
  package var ownIDs: [EventID]? {
    guard let head else { return nil }
    let count = eventCount
    var ids = messages.compactMap { message in
      message["id"]?.string.flatMap { text in
        EventID(text).flatMap { $0.description == text ? $0 : nil }
      }
    }
    if ids.count + 1 == count { ids.append(head) }
    let rise = zip(ids, ids.dropFirst()).allSatisfy(<)
    if ids.count == count, ids.last == head, rise { return ids }
    // Messages that were imported before have ids of other events: these count up to the head.
    return (0..<count).map { EventID(bits: head.bits &- UInt128(count - 1 - $0)) }
  }

  /// The events, with as many ids as it takes, rising.
  package func events(_ id: TicketID, ids: [EventID], by actor: Actor) -> [Event] {
    zip(steps, ids).map { step, event in
      var patch = Patch()
      if step.opens { open(&patch, endsToo: step.ends) }
      if step.ends { end(&patch, opensToo: step.opens) }
      patch.message = step.message.map { Self.bare($0, event, step.at) }
      let draft = EventDraft(type(of: step), .ticket(id), patch, meta: Self.meta)
      return Event(draft, id: event, at: step.at, by: actor)
    }
  }

  /// What every event of an import says.
  package static let meta = JSONObject([(Event.importMark, true)])

  /// The message without what it gets from its event.
  private static func bare(_ message: JSONObject, _ id: EventID, _ at: Instant) -> JSONObject {
    let (id, at) = (JSON.string(id.description), JSON.string(at.description))
    return JSONObject(
      unique: message.members.filter { member in
        !(member.key == "id" && member.value == id || member.key == "at" && member.value == at)
      })
  }

  private func type(of step: Step) -> EventType {
    if step.opens { return .ticketCreated }
    if let message = step.message {
      return message["is_internal"]?.bool == true ? .ticketNoteAdded : .ticketMessageAdded
    }
    guard members["status"] != firstStatus else { return .ticketUpdated }
    return switch members["status"]?.string {
    case "resolved": .ticketResolved
    case "closed": .ticketClosed
    case "cancelled": .ticketCancelled
    default: .ticketStatusChanged
    }
  }
}

// MARK: What each event sets

extension ImportedTicket {
  /// What is known of a ticket when it is opened. All else came later.
  private static let firstMembers = KeyOrder([
    "subject", "priority", "category", "channel", "customer", "tags", "order", "external_id",
    "fields", "source_email", "source_phone", "created_at",
  ])

  private var laterMembers: [JSONObject.Member] {
    members.members.filter { member in
      if member.key == "status" { return member.value != firstStatus }
      return !Self.firstMembers.holds(member.key)
    }
  }

  private var firstStatus: JSON? { statuses.first?["status"] ?? members["status"] }

  private func open(_ patch: inout Patch, endsToo: Bool) {
    for member in members.members where Self.firstMembers.holds(member.key) {
      Self.put(member.value, member.key, &patch)
    }
    patch.set["status"] = endsToo ? members["status"] : firstStatus
    Self.put(
      .array(endsToo || !isSet(statuses) ? statuses : Array(statuses.prefix(1))), "statuses", &patch
    )
  }

  private func end(_ patch: inout Patch, opensToo: Bool) {
    for member in laterMembers where member.key != "status" {
      Self.put(member.value, member.key, &patch)
    }
    guard !opensToo else { return }
    if let status = members["status"], status != firstStatus {
      patch.set["status"] = status
      patch.from["status"] = firstStatus
    }
    if isSet(statuses) { Self.put(.array(Array(statuses.dropFirst())), "statuses", &patch) }
  }

  /// Lists that are sets are added to, as commands do; all else is set.
  private static func put(_ value: JSON, _ key: String, _ patch: inout Patch) {
    guard sets.holds(key), let values = value.array, isSet(values) else {
      patch.set[key] = value
      return
    }
    if !values.isEmpty { patch.add[key] = value }
  }

  private static let sets = KeyOrder(["tags", "watchers", "links", "statuses"])

  private static func isSet(_ values: [JSON]) -> Bool {
    values.indices.allSatisfy { !values[..<$0].contains(values[$0]) }
  }

  private func isSet(_ values: [JSON]) -> Bool { Self.isSet(values) }
}

extension Event {
  static let importMark = "imported"

  /// Whether it was imported: then its id may be the one that it had in the desk it comes from, and
  /// of an earlier day than its file.
  package var isImported: Bool { meta[Self.importMark] == true }

  /// Whether both brought the same of a document, whoever imported it.
  package func isSameImport(as other: Event) -> Bool {
    isImported && other.isImported && subject == other.subject && patch == other.patch
      && at == other.at
  }
}
