extension Ticket {
  /// The event by which a customer says how well they were helped, 1 to 5. A later rating replaces
  /// an earlier one; the log keeps both. Nil where it says the same.
  package func rate(
    _ stars: Int, comment: String?, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireOwn(self, "rate this ticket")
    guard (1...5).contains(stars) else {
      throw .invalid(field: "rating", value: "\(stars)", expected: "1 to 5")
    }
    // What was cancelled was no help to anybody.
    guard isDone(acting), status != "cancelled" else {
      throw .notDone(id, status: status)
    }
    if isErased, comment != nil { throw .erased(id) }
    var change = TicketChange(self)
    change.set("satisfaction.rating", .integer(Int64(stars)))
    let text = try comment.map { text throws(Refusal) in
      try TextRules.message(text, acting.settings.limits)
    }
    change.set("satisfaction.comment", text)
    guard !change.patch.isEmpty else { return nil }
    change.set("satisfaction.at", acting.now)
    return change.draft(.ticketRated, id, acting)
  }
}
