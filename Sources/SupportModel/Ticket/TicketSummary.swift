/// What a line of a list shows of a ticket, so that a list need not keep whole documents.
package struct TicketSummary: Hashable, Sendable {
  package var id: TicketID
  package var subject: String
  package var status: String
  package var priority: String
  package var assignee: String?
  /// The customer's address; nil for an internal ticket.
  package var customer: String?
  package var lastMessageAt: Instant?
  /// When the nearest running clock is due; nil where none runs, and for customers.
  package var dueAt: Instant?
  package var isOverdue: Bool
  /// Nil for customers: what agents have read is the desk's own.
  package var isUnreadByAgent: Bool?

  package init(
    id: TicketID, subject: String, status: String, priority: String, assignee: String?,
    customer: String?, lastMessageAt: Instant?, dueAt: Instant?, isOverdue: Bool,
    isUnreadByAgent: Bool?
  ) {
    (self.id, self.subject, self.status, self.priority) = (id, subject, status, priority)
    (self.assignee, self.customer) = (assignee, customer)
    (self.lastMessageAt, self.dueAt, self.isOverdue) = (lastMessageAt, dueAt, isOverdue)
    self.isUnreadByAgent = isUnreadByAgent
  }

  /// Of a ticket as its reader may see it, with its clocks where that reader may see them.
  package init(_ ticket: Ticket, clocks: SLAClocks?) {
    self.init(
      id: ticket.id, subject: ticket.subject, status: ticket.status, priority: ticket.priority,
      assignee: ticket.assignee, customer: ticket.customer, lastMessageAt: ticket.lastMessageAt,
      dueAt: clocks?.dueAt, isOverdue: clocks?.isOverdue ?? false,
      isUnreadByAgent: ticket.isWhole ? ticket.isUnreadByAgent : nil)
  }
}

extension TicketSummary {
  /// The members that `json` may have.
  package static let fields = [
    "id", "subject", "status", "priority", "customer", "assigned_to", "last_message_at",
    "sla_due_at", "unread_by_agent",
  ]

  /// The members of the whole record that a summary has, as the record spells them.
  package var json: JSONObject {
    var json = JSONObject([
      ("id", .string(id.description)), ("subject", .string(subject)), ("status", .string(status)),
    ])
    json["priority"] = priority.isEmpty ? nil : .string(priority)
    json["customer"] = customer.map(JSON.string)
    json["assigned_to"] = assignee.map(JSON.string)
    json["last_message_at"] = lastMessageAt.map { .string($0.description) }
    json["sla_due_at"] = dueAt.map { .string($0.description) }
    json["unread_by_agent"] = isUnreadByAgent.map(JSON.bool)
    return json
  }
}
