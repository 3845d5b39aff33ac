/// How messages become a ticket of their own.
package struct Splitting: Sendable {
  /// The subject of the new ticket; nil for that of the old one.
  package var subject: String?
  /// Whose the new ticket is; nil for the customer of the old one.
  package var customer: EmailAddress?
  package var customerName: String?
  package var reason: String?

  package init() {}
}

extension Ticket {
  /// The messages that people mean by words: their numbers in the thread, from 1, or the beginnings
  /// of their ids. Each once, in the order of the thread.
  package func messages(named words: [String]) throws(Refusal) -> [Message] {
    let all = messages
    var places: Set<Int> = []
    for word in words { places.insert(try Self.place(of: word, in: all, of: id)) }
    return places.sorted().map { all[$0] }
  }

  private static func place(
    of word: String, in messages: [Message], of id: TicketID
  ) throws(Refusal) -> Int {
    let plain = word.hasPrefix("#") ? String(word.dropFirst()) : word
    if let number = Int(plain), !plain.hasPrefix("0"), messages.indices.contains(number - 1) {
      return number - 1
    }
    let wanted = plain.uppercased()
    let found = messages.indices.filter { messages[$0].id.hasPrefix(wanted) }
    guard found.count == 1, plain.utf8.count > 3 else {
      throw .noMessage(id, word: word, count: messages.count)
    }
    return found[0]
  }

  /// The event that opens a ticket with messages of another one. They stay in the documents that
  /// hold them, and show here from now on.
  package static func open(
    _ id: TicketID, with messages: [Message], of old: Ticket, _ splitting: Splitting,
    _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    try old.requireSplit(of: messages, acting)
    let customer = splitting.customer?.text ?? old.customer
    if let customer, Pseudonym.isOne(customer) {
      throw .invalid(field: "customer", value: customer, expected: "somebody who is not erased")
    }
    let answer = messages.first(where: \.isAgentReply)?.at
    let status = answer == nil ? "new" : "open"
    var change = TicketChange()
    change.set(
      "subject",
      try TextRules.subject(splitting.subject ?? old.subject, acting.settings.limits))
    change.set("status", status)
    change.set("customer", customer)
    for field in ["priority", "category", "channel", "assigned_to", "team"] {
      change.set(field, old.document[field])
    }
    change.add(
      "links",
      Set(messages.compactMap(\.origin) + [old.id]).sorted().map { owner in
        Bond(.splitFrom, owner, at: acting.now).json
      })
    change.set("created_at", acting.now)
    change.add("statuses", [TicketChange.timelineEntry(status, acting.now)])
    if let answer { change.set("first_response_at", answer) }
    for field in ["read_by_agent_at", "read_by_customer_at"] {
      change.set(field, old.document[field])
    }
    change.meta["reason"] = try TextRules.reason(splitting.reason, acting.settings.limits)
    return change.draft(.ticketCreated, id, acting)
  }

  private func requireSplit(of messages: [Message], _ acting: Acting) throws(Refusal) {
    try acting.permissions.requireChange(of: self, "split this ticket")
    if isErased { throw .erased(id) }
    if let target = goneInto { throw .alreadyMerged(id, into: target) }
    guard messages.count < self.messages.count else { throw .splitAll(id) }
  }

  /// The event by which this ticket, or one that was merged into it, gives messages to a new one. A
  /// customer who is another one is named, so that what is theirs goes when they are erased.
  package func give(
    _ messages: [Message], to new: TicketID, of customer: String?, _ acting: Acting
  ) -> EventDraft {
    var change = TicketChange(self)
    let other = customer == self.customer ? nil : customer.map(JSON.string)
    let bond = Bond(
      .splitTo, new, at: acting.now,
      [("messages", .array(messages.map { .string($0.id) })), ("customer", other)])
    change.add("links", [bond.json])
    return change.draft(.ticketSplit, id, acting)
  }
}
