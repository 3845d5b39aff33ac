/// Who is acting, with what the desk knows of them.
package struct Person: Hashable, Sendable {
  package var actor: Actor
  /// The agent's own file; nil for customers and for the desk itself.
  package var agent: Agent?
  /// What the desk knows of a customer; nil where nobody looked.
  package var contact: Contact?

  package init(_ agent: Agent) {
    actor = agent.actor
    self.agent = agent
  }

  package init(_ actor: Actor) {
    self.actor = actor
    agent = nil
  }

  /// The role; nil for a customer. The desk itself may do everything.
  package var role: Role? { actor == .system ? .admin : agent?.role }
  package var isStaff: Bool { role != nil }
  package var name: String? { agent?.name ?? contact?.name }

  /// The addresses under which a customer's tickets may stand; none for anybody else.
  package var addresses: Set<String> {
    contact?.addresses ?? actor.email.map { [$0] } ?? []
  }

  /// Whether a ticket is this customer's own.
  func owns(_ ticket: Ticket) -> Bool {
    ticket.customer.map(addresses.contains) ?? false
  }
}

/// What the desk knows of a customer who acts.
package struct Contact: Hashable, Sendable {
  package var name: String?
  /// All of theirs, the one that names them too.
  package var addresses: Set<String>
  /// The organisation whose tickets they share; nil where they share none.
  package var sharing: Organisation?

  package init(name: String?, addresses: Set<String>, sharing: Organisation? = nil) {
    (self.name, self.addresses, self.sharing) = (name, addresses, sharing)
  }
}

/// Who may do what. Reading and changing are asked here, once, for every face.
package struct Permissions: Sendable {
  package let person: Person
  let settings: PermissionSettings

  package init(_ person: Person, _ settings: PermissionSettings) {
    (self.person, self.settings) = (person, settings)
  }

  /// Whether the ticket exists for this person.
  package func mayRead(_ ticket: Ticket) -> Bool {
    guard !mayReadAll else { return true }
    guard let agent = person.agent else {
      return person.owns(ticket)
        || ticket.customer.map { person.contact?.sharing?.has($0) ?? false } ?? false
        || ticket.cc.contains(where: person.addresses.contains)
    }
    guard ticket.assignee != agent.handle, let category = ticket.category else { return true }
    return agent.categories.contains { Category.isWithin(category, $0) }
  }

  /// Whether every ticket exists for this person, so that none has to be looked at to know.
  package var mayReadAll: Bool {
    person.isStaff && !(person.agent.map(settings.confines) ?? false)
  }

  /// Agents, admins and the desk; customers and viewers may not.
  package func requireAgent(_ action: String) throws(Refusal) {
    guard person.role == .agent || person.role == .admin else {
      throw .notPermitted(person.actor, action: action)
    }
  }

  package func requireAdmin(_ action: String) throws(Refusal) {
    guard person.role == .admin else { throw .notPermitted(person.actor, action: action) }
  }

  /// Changing an agent's file is for admins. Of one's own, everybody may say whether one is there,
  /// and an agent what they are called.
  package func requireChange(of agent: Agent, to edited: Agent) throws(Refusal) {
    guard person.role != .admin else { return }
    guard person.actor == agent.actor else {
      throw .notPermitted(person.actor, action: "edit other agents")
    }
    var own = agent
    (own.status, own.awayUntil) = (edited.status, edited.awayUntil)
    if person.role == .agent { own.name = edited.name }
    guard own == edited else {
      let what = person.role == .agent ? "name and status" : "status"
      throw .notPermitted(person.actor, action: "change more of themselves than their \(what)")
    }
  }

  /// Changing a ticket's fields, which the desk may leave to its assignee and admins.
  package func requireChange(of ticket: Ticket, _ action: String) throws(Refusal) {
    try requireAgent(action)
    guard settings.assigneeOnly, person.role != .admin, let assignee = ticket.assignee else {
      return
    }
    guard assignee == person.actor.handle else {
      throw .notPermitted(person.actor, action: action)
    }
  }

  /// What is for the ticket's own customer, and not for others of their organisation.
  package func requireOwn(_ ticket: Ticket, _ action: String) throws(Refusal) {
    guard person.owns(ticket) else { throw .notPermitted(person.actor, action: action) }
  }

  /// Taking part in the thread: the ticket's own customer, others of an organisation that shares its
  /// tickets, agents and admins.
  package func requireParticipation(in ticket: Ticket, _ action: String) throws(Refusal) {
    if person.isStaff { return try requireAgent(action) }
    guard mayRead(ticket) else { throw .notPermitted(person.actor, action: action) }
  }
}
