/// What somebody says when opening a ticket. Words for priority and channel are as they typed them.
package struct Opening: Sendable {
  package var subject: String
  package var body: String
  package var customer: EmailAddress?
  package var customerName: String?
  package var priority: String?
  package var category: String?
  package var channel: String?
  package var tags: [String] = []
  package var assignee: Agent?
  package var team: String?
  package var order: String?
  package var fields: [(name: String, value: String)] = []
  package var attachments: [Attachment] = []

  package init(subject: String, body: String) { (self.subject, self.body) = (subject, body) }
}

extension Ticket {
  /// The event that opens a ticket. A customer's ticket is always their own; the description is
  /// the first message, inbound from the customer even when an agent opens it for them.
  package static func open(
    _ id: TicketID, _ opening: Opening, _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    try requireOpening(opening, acting.permissions)
    let person = acting.person
    let customer = person.actor.email ?? opening.customer?.text
    if let customer, Pseudonym.isOne(customer) {
      throw .invalid(field: "customer", value: customer, expected: "somebody who is not erased")
    }
    var change = TicketChange()
    change.set("subject", try TextRules.subject(opening.subject, acting.settings.limits))
    change.set("status", "new")
    let priority = opening.priority ?? acting.settings.defaultPriority
    change.set("priority", try acting.priority(priority).code)
    if let category = opening.category {
      change.set("category", try TextRules.code(category, field: "category"))
    }
    change.set("channel", try acting.channel(opening.channel ?? acting.settings.defaultChannel))
    change.set("customer", customer)
    change.set("assigned_to", opening.assignee?.handle)
    change.set("team", opening.team)
    change.set("order", opening.order)
    try change.setFields(opening.fields)
    change.set("created_at", acting.now)
    change.add(
      "tags", try opening.tags.map { tag throws(Refusal) in .string(try TextRules.tag(tag)) })
    change.add("statuses", [TicketChange.timelineEntry("new", acting.now)])
    change.say(
      try TextRules.message(opening.body, acting.settings.limits), .inbound,
      attachments: opening.attachments,
      name: customer == nil ? person.name : opening.customerName)
    if let customer, person.isStaff {
      change.patch.message?["author"] = .string(Actor.customer(customer).description)
    }
    return change.draft(.ticketCreated, id, acting)
  }

  /// Whether a person may open a ticket like this. Priority, tags, custom fields and owners are not
  /// a customer's to decide. `assigns` is whether an owner is named who is still to be looked up.
  package static func requireOpening(
    _ opening: Opening, assigns: Bool = false, _ permissions: Permissions
  ) throws(Refusal) {
    let person = permissions.person
    if person.isStaff { return try permissions.requireAgent("open tickets") }
    guard person.actor.isCustomer else {
      throw .notPermitted(person.actor, action: "open tickets")
    }
    if let customer = opening.customer, customer.text != person.actor.email {
      throw .notPermitted(person.actor, action: "open tickets for somebody else")
    }
    guard !assigns, opening.assignee == nil, opening.team == nil, opening.tags.isEmpty else {
      throw .notPermitted(person.actor, action: "assign or tag tickets")
    }
    guard opening.priority == nil else {
      throw .notPermitted(person.actor, action: "set the priority")
    }
    guard opening.fields.isEmpty else {
      throw .notPermitted(person.actor, action: "set custom fields")
    }
  }
}

extension TicketChange {
  mutating func setFields(_ fields: [(name: String, value: String)]) throws(Refusal) {
    for field in fields {
      let name = try TextRules.code(field.name, field: "field")
      guard !name.contains("/") else {
        throw .invalid(field: "field", value: name, expected: "lower-case letters, digits, - _")
      }
      set("fields.\(name)", field.value.isEmpty ? nil : field.value)
    }
  }
}
