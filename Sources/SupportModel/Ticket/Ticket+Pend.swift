extension Ticket {
  /// Until when it rests, where somebody said so.
  package var pendingUntil: Instant? { instant("pending_until") }

  /// The event that lays a ticket aside until a time; nil when it is laid aside so already.
  package func pend(
    until time: Instant, message: String? = nil, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "set the status")
    guard time > acting.now else { throw .notToCome(time) }
    if isErased { throw .erased(id) }
    if isDone(acting) { throw .done(id, status: status) }
    var change = TicketChange(self)
    if let message {
      change = try answer(message, status: "pending", acting)
    } else if status != "pending" {
      try move(&change, to: try acting.status("pending"), acting)
    }
    change.set("pending_until", time)
    guard !change.patch.isEmpty else { return nil }
    return change.draft(.ticketStatusChanged, id, acting)
  }
}
