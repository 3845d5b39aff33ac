extension Ticket {
  func isDone(_ acting: Acting) -> Bool { acting.settings.lifecycle.phase(of: status) == .done }

  /// The event that moves the ticket to a status, with a last message where there is one.
  package func change(
    status word: String, message: String? = nil, _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    let target = try acting.status(word)
    try requireStatusChange(to: target, acting)
    guard target.code != status else {
      let mayReopen = target.phase == .done && acting.person.isStaff
      throw .alreadyInStatus(id, status: status, mayReopen: mayReopen)
    }
    var change = TicketChange(self)
    if let message {
      try requireOpenThread(acting)
      try say(message, in: &change, acting)
    }
    try move(&change, to: target, acting)
    return change.draft(eventType(of: target, acting.settings.lifecycle), id, acting)
  }

  /// Goes back to work on a ticket that is done.
  package func reopen(message: String? = nil, _ acting: Acting) throws(Refusal) -> EventDraft {
    guard acting.settings.lifecycle.phase(of: status) == .done else {
      throw .alreadyInStatus(id, status: status, mayReopen: false)
    }
    try acting.permissions.requireChange(of: self, "reopen this ticket")
    var change = TicketChange(self)
    if let message { try say(message, in: &change, acting) }
    try move(&change, to: try acting.status("open"), acting)
    return change.draft(.ticketReopened, id, acting)
  }

  /// Puts the words that come with a new status into the thread: an answer like any other.
  private func say(
    _ message: String, in change: inout TicketChange, _ acting: Acting
  ) throws(Refusal) {
    if isErased { throw .erased(id) }
    let fromStaff = acting.person.isStaff
    change.say(
      try TextRules.message(message, acting.settings.limits), fromStaff ? .outbound : .inbound,
      name: name(of: acting))
    if acting.person.actor.isAgent, firstResponseAt == nil {
      change.set("first_response_at", acting.now)
    }
    change.set(fromStaff ? "read_by_agent_at" : "read_by_customer_at", acting.now)
  }

  /// The event that puts another status in the place of one that the desk gives up, whatever may
  /// follow it otherwise; nil where the ticket has that one.
  package func replaceStatus(by target: Status, _ acting: Acting) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireAdmin("replace a status")
    guard target.code != status else { return nil }
    var change = TicketChange(document)
    change.move(self, to: target, acting)
    change.meta["reason"] = .string("the desk gave up the status \(status)")
    return change.draft(eventType(of: target, acting.settings.lifecycle), id, acting)
  }

  /// Moves to a status where the lifecycle allows it.
  func move(
    _ change: inout TicketChange, to target: Status, _ acting: Acting
  ) throws(Refusal) {
    if let other = goneInto, acting.person.isStaff { throw .alreadyMerged(id, into: other) }
    guard acting.settings.lifecycle.allows(status, target.code) else {
      throw .transition(
        id, from: status, to: target.code,
        allowed: acting.settings.lifecycle[status]?.next ?? [])
    }
    change.move(self, to: target, acting)
    // Whoever works on the end of a circle opens the circle: it takes the others in, and went nowhere.
    if thread?.endsCircle == true {
      change.remove("links", bonds(.mergedInto).map(\.json))
      change.set("merged_into", nil as String?)
    }
  }

  /// A customer may close their own ticket; all else is the desk's.
  private func requireStatusChange(to target: Status, _ acting: Acting) throws(Refusal) {
    if acting.person.actor.isCustomer, target.code == "closed" {
      try acting.permissions.requireOwn(self, "close this ticket")
    } else {
      try acting.permissions.requireChange(of: self, "set the status")
    }
  }

  private func eventType(of target: Status, _ lifecycle: Lifecycle) -> EventType {
    switch target.code {
    case "resolved": .ticketResolved
    case "closed": .ticketClosed
    case "cancelled": .ticketCancelled
    default:
      lifecycle.phase(of: status) == .done && target.phase != .done
        ? .ticketReopened : .ticketStatusChanged
    }
  }
}
