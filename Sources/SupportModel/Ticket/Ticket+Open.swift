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
  package var references: [OutsideReference] = []
  package var attachments: [Attachment] = []
  /// What the category decides where nobody says otherwise.
  package var defaults = CategoryDefaults()
  /// What of that could not be, in words.
  package var leftOut: [String] = []

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
    let defaults = opening.defaults
    let priority = opening.priority ?? defaults.priority ?? acting.settings.defaultPriority
    change.set("priority", try acting.priority(priority).code)
    if let category = opening.category {
      change.set("category", try TextRules.code(category, field: "category"))
    }
    change.set("channel", try acting.channel(opening.channel ?? acting.settings.defaultChannel))
    change.set("customer", customer)
    // Whom a category names may not be in a team that somebody names.
    let assignee = opening.team == nil ? defaults.assignee : nil
    try opening.assignee?.requireTakingTickets()
    change.set("assigned_to", opening.assignee?.handle ?? assignee)
    change.set("team", opening.team ?? defaults.team)
    let order = opening.order.map { OutsideReference(kind: ReferenceKind.order, ref: $0) }
    try change.refer(
      to: [order].compactMap(\.self) + opening.references, acting.settings.references)
    try change.setFields(opening.fields, acting.settings.fields)
    // A customer fills in nothing but words.
    if person.isStaff { try change.requireFields(acting.settings.fields) }
    if !opening.leftOut.isEmpty {
      change.meta["left_out"] = .array(opening.leftOut.map(JSON.string))
    }
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

  /// The ticket as the event that opens it makes it, before it has an id and a time of its own.
  package static func opened(by draft: EventDraft) -> Ticket? {
    let event = Event(
      draft, id: EventID(bits: 0), at: Instant(milliseconds: 0), by: .system)
    return Ticket(Fold.document(nil, adding: event))
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
    guard opening.fields.isEmpty, opening.references.isEmpty else {
      throw .notPermitted(person.actor, action: "set custom fields")
    }
  }
}

extension TicketChange {
  /// Sets custom fields as their types have them. What is empty goes, also what the desk does not
  /// declare any more.
  mutating func setFields(
    _ fields: [(name: String, value: String)], _ declared: CustomFields
  ) throws(Refusal) {
    for field in fields {
      let name = try TextRules.code(field.name, field: "field")
      guard !name.contains("/") else {
        throw .invalid(field: "field", value: name, expected: "lower-case letters, digits, - _")
      }
      let value = trimmed(field.value).isEmpty ? nil : try declared.value(field.value, of: name)
      set("fields.\(name)", value)
    }
  }

  /// Refuses a ticket that lacks what its category cannot do without.
  func requireFields(_ declared: CustomFields) throws(Refusal) {
    guard !declared.all.isEmpty else { return }
    var after = document
    for member in patch.set.members where member.key.hasPrefix("fields.") {
      after.set(member.value.isNull ? nil : member.value, at: member.key)
    }
    let category = patch.set["category"] ?? document["category"]
    guard let path = category?.string else { return }
    let fields = after["fields"]?.object ?? JSONObject()
    if let name = declared.missing(in: path, from: fields).first {
      throw .requiredField(name, category: path)
    }
  }
}
