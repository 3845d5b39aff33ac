extension Ticket {
  /// The event of an answer: outbound from the desk, inbound from the ticket's own customer. It
  /// moves the status by itself, or to `status`, in the same event.
  package func reply(
    _ body: String, attachments: [Attachment] = [], status: String? = nil, spent: TimeSpan? = nil,
    _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    var change = try answer(body, attachments: attachments, status: status, acting)
    try change.spend(spent, on: self, acting)
    return change.draft(.ticketMessageAdded, id, acting)
  }

  /// The change that an answer makes, whatever event it comes with.
  func answer(
    _ body: String, attachments: [Attachment] = [], status: String? = nil, _ acting: Acting
  ) throws(Refusal) -> TicketChange {
    try acting.permissions.requireParticipation(in: self, "answer this ticket")
    let person = acting.person
    if status != nil { try acting.permissions.requireChange(of: self, "set the status") }
    var change = try messageChange(body, attachments, isInternal: false, acting)
    if person.isStaff, person.actor.isAgent, firstResponseAt == nil {
      change.set("first_response_at", acting.now)
    }
    if let status {
      let target = try acting.status(status)
      if target.code != self.status { try move(&change, to: target, acting) }
    } else if let target = statusAfterMessage(acting) {
      change.move(self, to: target, acting)
    }
    return change
  }

  /// The event of an internal note, which customers never see.
  package func note(
    _ body: String, attachments: [Attachment] = [], spent: TimeSpan? = nil, _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    try acting.permissions.requireAgent("write notes")
    var change = try messageChange(body, attachments, isInternal: true, acting)
    try change.spend(spent, on: self, acting)
    return change.draft(.ticketNoteAdded, id, acting)
  }

  private func messageChange(
    _ body: String, _ attachments: [Attachment], isInternal: Bool, _ acting: Acting
  ) throws(Refusal) -> TicketChange {
    try requireOpenThread(acting)
    var change = TicketChange(self)
    let fromStaff = acting.person.isStaff
    change.say(
      try TextRules.message(body, acting.settings.limits), fromStaff ? .outbound : .inbound,
      isInternal: isInternal, attachments: attachments, name: name(of: acting))
    // What the desk says by itself means that nobody has read the ticket yet; that a colleague has
    // read it does not mean that its customer has.
    if acting.person.agent != nil || acting.person.owns(self) {
      change.set(fromStaff ? "read_by_agent_at" : "read_by_customer_at", acting.now)
    }
    return change
  }

  /// The name an author goes by: an agent's own, a customer's as the thread knows it, the desk's.
  func name(of acting: Acting) -> String? {
    let person = acting.person
    if person.actor == .system { return acting.settings.name }
    return person.name ?? messages.last { $0.author == person.actor }?.authorName
  }

  /// Closed and cancelled tickets refuse messages; a resolved one takes them.
  func requireOpenThread(_ acting: Acting) throws(Refusal) {
    if isErased { throw .erased(id) }
    if let target = goneInto, acting.person.isStaff { throw .alreadyMerged(id, into: target) }
    if acting.settings.lifecycle.phase(of: status) == .done, status != "resolved" {
      throw .doneRefusesMessages(id, status: status, mayReopen: acting.person.isStaff)
    }
  }

  /// A customer's answer wakes a waiting or resolved ticket; an agent's first one opens a new one.
  /// What the desk says by itself is no work on it.
  private func statusAfterMessage(_ acting: Acting) -> Status? {
    let lifecycle = acting.settings.lifecycle
    if acting.person.actor == .system { return nil }
    if acting.person.isStaff { return status == "new" ? lifecycle["open"] : nil }
    return status == "pending" || status == "resolved" ? lifecycle["open"] : nil
  }
}
