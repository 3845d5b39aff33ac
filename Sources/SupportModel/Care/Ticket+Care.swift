/// What is due about tickets that nobody works on. Each is decided by what the document says, so that
/// looking again finds nothing, in whatever clone.
extension Ticket {
  /// Since when the desk waits for the customer: an agent spoke last, and the ticket is in one of some
  /// statuses. Nil where it does not wait.
  private func idle(in statuses: [String]) -> Instant? {
    guard isCared, statuses.contains(status), let last = messages.last(where: \.isOfPeople),
      last.isAgentReply, let said = last.at
    else { return nil }
    return timeline.last.map { $0.status == status ? max($0.at, said) : said } ?? said
  }

  /// Whether somebody outside is there whom the desk could turn to.
  private var isCared: Bool { customer != nil && !isErased && goneInto == nil }

  /// The event that reminds a customer who does not answer, or closes the ticket; nil where neither
  /// is due.
  package func autoclose(_ acting: Acting) throws(Refusal) -> EventDraft? {
    let care = acting.settings.care
    // One that was laid aside is for `wake`, also when its time has come: until it is open again,
    // nobody waits for its customer.
    guard pendingUntil == nil, let since = idle(in: care.waitingIn) else { return nil }
    guard let warnAfter = care.warnAfter else {
      return acting.now < since + care.closeAfter ? nil : try closeIdle(since, acting)
    }
    guard let warned = instant("care.warned_at"), warned >= since else {
      return acting.now < since + warnAfter ? nil : try warnIdle(since, acting)
    }
    // A check that came late has to leave time for an answer.
    let due = max(since + care.closeAfter, warned + care.closeAfter - warnAfter)
    return acting.now < due ? nil : try closeIdle(since, acting)
  }

  private func warnIdle(_ since: Instant, _ acting: Acting) throws(Refusal) -> EventDraft {
    var change = try reminder(acting.settings.care.warning, since, acting)
    change.set("care.warned_at", acting.now)
    return change.draft(.ticketAutocloseWarned, id, acting)
  }

  private func closeIdle(_ since: Instant, _ acting: Acting) throws(Refusal) -> EventDraft? {
    guard let closed = acting.settings.lifecycle["closed"],
      acting.settings.lifecycle.allows(status, closed.code)
    else { return nil }
    var change = try reminder(acting.settings.care.closing, since, acting)
    change.move(self, to: closed, acting)
    return change.draft(.ticketClosed, id, acting)
  }

  private func reminder(
    _ text: String?, _ since: Instant, _ acting: Acting
  ) throws(Refusal) -> TicketChange {
    var change = TicketChange(self)
    if let text {
      change.say(
        try TextRules.message(text, acting.settings.limits), .outbound, name: name(of: acting))
    }
    change.meta["job"] = "autoclose"
    change.meta["since"] = .string(since.description)
    change.meta["notify"] = ["customer"]
    return change
  }

  /// The event that opens a ticket again whose time has come, or in which a question arrived
  /// unnoticed; nil where neither is so.
  package func wake(_ acting: Acting) -> EventDraft? {
    guard !isErased, !isDone(acting) else { return nil }
    let open = acting.settings.lifecycle["open"].flatMap { open in
      acting.settings.lifecycle.allows(status, open.code) ? open : nil
    }
    let question = open == nil ? nil : overheard(acting.settings.care)
    guard question != nil || pendingUntil.map({ $0 <= acting.now }) ?? false else { return nil }
    var change = TicketChange(self)
    if let open { change.move(self, to: open, acting) }
    change.set("pending_until", nil as String?)
    change.meta["job"] = "wake"
    change.meta["since"] = question.map { .string($0.description) }
    change.meta["notify"] = toTell
    return change.draft(.ticketWoken, id, acting)
  }

  /// Since when a question waits in a ticket that waits for its customer, where some of it came after
  /// that began: from another clone, which knew of another status, or with a merge. An answer that
  /// comes here opens the ticket itself.
  private func overheard(_ care: CareSettings) -> Instant? {
    guard care.waitingIn.contains(status), let since = unansweredSince,
      let moved = timeline.last(where: { $0.status == status })?.at,
      let arrived = ThreadTurn.newestQuestion(turns), arrived > moved
    else { return nil }
    return since
  }

  /// Since when the customer waits for an answer from the desk; nil where nobody waits.
  package var unansweredSince: Instant? { isCared ? ThreadTurn.openQuestion(turns) : nil }

  /// Since when the customer waits, where nobody was told of this wait yet.
  var untoldSince: Instant? {
    unansweredSince.flatMap { since in
      instant("care.unanswered_at").map { $0 < since } ?? true ? since : nil
    }
  }

  /// Whether the customer waits, and nobody was told of it yet.
  package var isUntold: Bool { untoldSince != nil }

  /// The event that notes once for each wait that a customer has waited for too long; nil where none
  /// is due.
  package func noteUnanswered(after span: TimeSpan, _ acting: Acting) -> EventDraft? {
    guard !isDone(acting), let since = untoldSince, since + span <= acting.now else { return nil }
    var change = TicketChange(self)
    // Not when somebody looked, but which wait it is: two clones that look say the same.
    change.set("care.unanswered_at", since)
    change.meta["job"] = "unanswered"
    change.meta["notify"] = toTell
    return change.draft(.ticketUnanswered, id, acting)
  }

  /// The event that asks a customer how well they were helped; nil where that is not due, or was.
  package func askSurvey(_ acting: Acting) -> EventDraft? {
    let care = acting.settings.care
    guard isCared, status == "closed", let closedAt, text("care.survey_at") == nil,
      document.value(at: "satisfaction.rating") == nil,
      closedAt + care.surveyAfter <= acting.now, closedAt + care.surveyWithin > acting.now
    else { return nil }
    var change = TicketChange(self)
    change.set("care.survey_at", acting.now)
    change.meta["job"] = "survey"
    change.meta["notify"] = ["customer"]
    return change.draft(.ticketSurveyAsked, id, acting)
  }

  /// Whose ticket it is at the desk: the assignee, else the team.
  private var toTell: JSON? { (assignee ?? team).map { [.string($0)] } }
}

extension Message {
  /// Whether the customer or an agent says it to the other: not the desk by itself.
  fileprivate var isOfPeople: Bool { !isInternal && (direction == .inbound || isAgentReply) }
}
