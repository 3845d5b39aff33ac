import SupportModel
import SupportStore

extension Desk {
  package func reply(
    _ reference: String, _ body: String, attaching paths: [String] = [], status: String? = nil,
    spent: TimeSpan? = nil, with templates: TemplateUse = TemplateUse(),
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    let files = try paths.map { try AttachmentStore.read($0, settings.limits) }
    return try change([reference], for: "ticket reply", options) { ticket, acting in
      try requireMessageRate()
      try requireNothingNew(in: ticket, since: options.seen)
      let (body, names) = try self.body(body, templates, for: ticket, acting)
      let draft = try ticket.reply(
        body, attachments: files.map(\.attachment), status: status, spent: spent, acting)
      if !options.isDryRun { try files.forEach(attachments.keep) }
      return draft.noting(templates: names)
    }
  }

  package func note(
    _ reference: String, _ body: String, attaching paths: [String] = [], spent: TimeSpan? = nil,
    with templates: TemplateUse = TemplateUse(), _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    let files = try paths.map { try AttachmentStore.read($0, settings.limits) }
    return try change([reference], for: "ticket note", options) { ticket, acting in
      let (body, names) = try self.body(body, templates, for: ticket, acting)
      let draft = try ticket.note(
        body, attachments: files.map(\.attachment), spent: spent, acting)
      if !options.isDryRun { try files.forEach(attachments.keep) }
      return draft.noting(templates: names)
    }
  }

  /// Refuses where messages came that whoever answers has not seen; those that are not theirs to see
  /// are none.
  private func requireNothingNew(in ticket: Ticket, since seen: Set<String>?) throws {
    guard let seen, let visible = visible(ticket) else { return }
    let new = visible.messages.map(\.id).filter { !seen.contains($0) }
    if !new.isEmpty { throw Refusal.newMessages(ticket.id, new) }
  }

  /// Gives tickets to an agent, a team, or nobody.
  package func assign(
    _ tickets: TicketChoice, to handle: String?, team: String?, nobody: Bool = false,
    reason: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("assign this ticket")
    guard nobody || handle != nil || team != nil else { throw Refusal.missing(field: "agent") }
    var assignment = Assignment.nobody
    func look() throws {
      if let team { try requireTeam(team) }
      if nobody { return }
      if let handle { assignment = .agent(try assignableAgent(handle), team: team) }
      if handle == nil, let team { assignment = .team(team) }
    }
    return try change(tickets, for: "ticket assign", options, looking: look) { ticket, acting in
      try ticket.assign(assignment, reason: reason, acting)
    }
  }

  /// Takes tickets to a team, or to somebody outside of the desk.
  package func escalate(
    _ tickets: TicketChoice, _ escalating: Escalating, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("escalate this ticket")
    if let team = escalating.team { try requireTeam(team) }
    // Whom a ticket goes to matters only where it goes to a team.
    let staff = try escalating.team == nil ? Staff([]) : staff()
    return try change(tickets, for: "ticket escalate", options) { ticket, acting in
      try ticket.escalate(escalating, staff, acting)
    }
  }

  package func claim(
    _ tickets: TicketChoice, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change(tickets, for: "ticket claim", options) { try $0.claim($1) }
  }

  package func setStatus(
    _ tickets: TicketChoice, _ status: String, message: String? = nil,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change(tickets, for: "ticket status", options) { ticket, acting in
      if message != nil { try requireMessageRate() }
      return try ticket.change(status: status, message: message, acting)
    }
  }

  /// Lays tickets aside until a time.
  package func pend(
    _ tickets: TicketChoice, until time: Instant, message: String? = nil,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change(tickets, for: "ticket pend", options) { ticket, acting in
      try ticket.pend(until: time, message: message, acting)
    }
  }

  package func reopen(
    _ tickets: TicketChoice, message: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change(tickets, for: "ticket reopen", options) { ticket, acting in
      try ticket.reopen(message: message, acting)
    }
  }

  package func edit(
    _ tickets: TicketChoice, _ edit: Edit, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    func look() throws {
      guard let category = edit.category, !category.isEmpty else { return }
      _ = try defaults(ofCategory: category)
    }
    return try change(tickets, for: "ticket edit", options, looking: look) { try $0.edit(edit, $1) }
  }

  package func markRead(
    _ tickets: TicketChoice, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change(tickets, for: "ticket read", options) { try $0.markRead($1) }
  }

  package func watch(
    _ tickets: TicketChoice, by handle: String? = nil, on: Bool = true,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("watch tickets")
    let watcher = try assignableAgent(handle ?? "me")
    return try change(tickets, for: "ticket watch", options) { ticket, acting in
      try ticket.watch(by: watcher, on: on, acting)
    }
  }

  /// Takes a customer's word on how well they were helped.
  package func rate(
    _ reference: String, _ stars: Int, comment: String? = nil,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try change([reference], for: "ticket rate", options) { ticket, acting in
      try ticket.rate(stars, comment: comment, acting)
    }
  }

  /// Links one ticket to another; the other gets the same link as seen from its side. `ifMatch` is
  /// the first one's head.
  package func link(
    _ reference: String, _ kind: LinkKind, _ otherReference: String, on: Bool = true,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    let snapshot = try store.snapshot()
    let (one, other) = (
      try current(reference, in: snapshot).id, try current(otherReference, in: snapshot).id
    )
    guard one != other else { throw Refusal.linkToSelf(one) }
    let both = [one.description, other.description]
    return try change(.these(both), for: "ticket link", ChangeOptions(isDryRun: options.isDryRun)) {
      ticket, acting in
      guard ticket.id == one else {
        return try ticket.link(kind.inverse, to: one, on: on, acting)
      }
      try require(options.ifMatch, of: ticket)
      return try ticket.link(kind, to: other, on: on, acting)
    }
  }
}
