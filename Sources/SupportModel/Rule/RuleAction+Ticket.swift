/// What actions do to a ticket: the same verbs that people use, done by the desk itself.
extension RuleAction {
  /// The event of the action, nil where the ticket is so already, and what was left out.
  func draft(
    _ ticket: Ticket, _ acting: Acting, _ names: RuleNames
  ) throws -> (draft: EventDraft?, faults: [RuleFault]) {
    do {
      return try act(ticket, acting, names)
    } catch let refusal as Refusal {
      return (nil, [.refused(refusal)])
    }
  }

  private func act(
    _ ticket: Ticket, _ acting: Acting, _ names: RuleNames
  ) throws -> (EventDraft?, [RuleFault]) {
    switch self {
    case .set(let values): return (try ticket.edit(Edit(values), acting), [])
    case .move(let status):
      if ticket.status == status { return (nil, []) }
      return (try ticket.change(status: status, acting), [])
    case .raise(let priority):
      let ranks = acting.settings.priorities
      guard ranks.rank(of: ticket.priority) < ranks.rank(of: priority) else { return (nil, []) }
      return (try ticket.edit(Edit(["priority": priority]), acting), [])
    case .tag(let add, let remove):
      var edit = Edit()
      (edit.addTags, edit.removeTags) = (add, remove)
      return (try ticket.edit(edit, acting), [])
    case .assign(.nobody): return (try ticket.assign(.nobody, acting), [])
    case .assign(.automatic): return (try ticket.assignedByItself(acting, names), [])
    case .assign(.agent(let handle)):
      guard let agent = try names.agent(handle) else {
        return (nil, [.unknown(kind: "agent", name: handle)])
      }
      if agent.role == .viewer { return (nil, [.viewer(handle)]) }
      return (try ticket.assign(.agent(agent, team: nil), acting), [])
    case .route(let team): return try ticket.routed(to: team, acting, names)
    case .escalate(let escalation, let reason):
      let done = try ticket.escalated(by: escalation, reason: reason, names.takers, acting)
      return (done.draft, done.leftOut)
    case .reply(let reply): return try ticket.answered(with: reply, acting, names)
    case .note(let text): return (try ticket.note(text, acting), [])
    case .notify(let people): return try ticket.notifying(people, names)
    case .watch(let handles): return try ticket.watched(by: handles, acting, names)
    }
  }
}

extension Edit {
  /// The edit that sets fields by their names.
  fileprivate init(_ values: [String: String]) {
    self.init()
    (priority, category) = (values["priority"], values["category"])
    (channel, order) = (values["channel"], values["order"])
    fields = values.filter { $0.key.hasPrefix("fields.") }.sorted { $0.key < $1.key }
      .map { (String($0.key.dropFirst(7)), $0.value) }
  }
}

extension Ticket {
  /// Nil where somebody has it, it is done, or nobody can take it: then it waits.
  fileprivate func assignedByItself(
    _ acting: Acting, _ names: RuleNames
  ) throws -> EventDraft? {
    guard assignee == nil, !isDone(acting), let choice = try names.choice(self),
      let agent = choice.chosen
    else { return nil }
    return try assign(
      .agent(agent, team: choice.question.team), reason: choice.reason, acting)
  }

  fileprivate func answered(
    with reply: RuleReply, _ acting: Acting, _ names: RuleNames
  ) throws -> (EventDraft?, [RuleFault]) {
    guard customer != nil else { return (nil, [.noCustomer]) }
    switch reply {
    case .text(let text): return (try self.reply(text, acting), [])
    case .templates(let templates):
      switch try names.render(templates, self, acting.customers) {
      case .failure(let fault): return (nil, [fault])
      case .success(let rendered):
        var draft = try self.reply(rendered.text, acting)
        draft.meta["templates"] = .array(rendered.names.map(JSON.string))
        return (draft, [])
      }
    }
  }

  fileprivate func routed(
    to team: String, _ acting: Acting, _ names: RuleNames
  ) throws -> (EventDraft?, [RuleFault]) {
    var change = TicketChange(self)
    let faults = try change.hand(self, to: team, agent: nil, names.takers)
    guard !change.patch.isEmpty else { return (nil, faults) }
    change.meta["action"] = .string("routed")
    return (change.draft(.ticketAssigned, id, acting), faults)
  }

  fileprivate func notifying(
    _ people: [String], _ names: RuleNames
  ) throws -> (EventDraft?, [RuleFault]) {
    var (known, faults): ([String], [RuleFault]) = ([], [])
    for name in people {
      if try names.agent(name) != nil {
        known.append(name)
      } else if try names.team(name)?.isActive == true {
        known.append(name)
      } else {
        faults.append(.unknown(kind: "agent or team", name: name))
      }
    }
    guard !known.isEmpty else { return (nil, faults) }
    let meta = JSONObject([("notify", .array(known.map(JSON.string)))])
    return (EventDraft(.ticketNotified, key, meta: meta), faults)
  }

  fileprivate func watched(
    by handles: [String], _ acting: Acting, _ names: RuleNames
  ) throws -> (EventDraft?, [RuleFault]) {
    var change = TicketChange(self)
    var faults: [RuleFault] = []
    for handle in handles {
      if try names.agent(handle) == nil {
        faults.append(.unknown(kind: "agent", name: handle))
      } else {
        change.add("watchers", [.string(handle)])
      }
    }
    guard !change.patch.isEmpty else { return (nil, faults) }
    return (change.draft(.ticketWatched, id, acting), faults)
  }
}
