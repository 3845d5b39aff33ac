extension Ticket {
  /// Whether the customer said something since an agent last read the ticket.
  package var isUnreadByAgent: Bool {
    isUnread(since: readByAgentAt) { $0.direction == .inbound && !$0.isInternal }
  }

  /// Whether the desk said something since the customer last read the ticket.
  package var isUnreadByCustomer: Bool {
    customer != nil
      && isUnread(since: readByCustomerAt) {
        $0.direction == .outbound && !$0.isInternal
      }
  }

  private func isUnread(since read: Instant?, _ counts: (Message) -> Bool) -> Bool {
    messages.contains { message in
      guard counts(message), let at = message.at else { return false }
      return read.map { at > $0 } ?? true
    }
  }

  /// The beginning of the newest public message, on one line.
  package var lastMessageSnippet: String? {
    guard let body = messages.last(where: { !$0.isInternal })?.body else { return nil }
    let words = body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 120 ? words.prefix(119) + "…" : words
  }
}
