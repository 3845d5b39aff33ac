extension Ticket {
  /// Whether the customer said something since an agent last read the ticket.
  package var isUnreadByAgent: Bool {
    isUnread(since: \.readByAgentAt) { $0.direction == .inbound && !$0.isInternal }
  }

  /// Whether the desk said something since the customer last read the ticket.
  package var isUnreadByCustomer: Bool {
    customer != nil
      && isUnread(since: \.readByCustomerAt) {
        $0.direction == .outbound && !$0.isInternal
      }
  }

  /// What was read in a ticket before it was merged has been read.
  private func isUnread(
    since mark: (Ticket) -> Instant?, orBefore other: Instant? = nil, _ counts: (Message) -> Bool
  ) -> Bool {
    let read = [mark(self), other].compactMap(\.self).max()
    let hasUnread = (thread?.own ?? writtenMessages).contains { message in
      guard counts(message), let at = message.at else { return false }
      return read.map { at > $0 } ?? true
    }
    if hasUnread { return leadsTo == nil }
    return joined.contains { joined in
      // What was said among agents is nothing for a customer to read.
      (joined.ticket.customer != nil || customer == nil)
        && joined.ticket.isUnread(since: mark, orBefore: read, counts)
    }
  }

  /// The beginning of the newest public message, on one line.
  package var lastMessageSnippet: String? {
    guard let body = messages.last(where: { !$0.isInternal })?.body else { return nil }
    let words = body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 120 ? words.prefix(119) + "…" : words
  }
}
