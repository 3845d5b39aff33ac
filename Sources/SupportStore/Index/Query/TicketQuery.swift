import SupportModel

/// What is asked of the index.
package struct TicketQuery: Sendable {
  package var filter: Filter
  package var settings: DeskSettings
  /// Whether each ticket has to be looked at, because not all exist for whoever asks.
  package var looksAtAll: Bool
  /// A ticket as a filter looks at it, with its clocks and its customer; nil where it does not exist
  /// for whoever asks.
  package var subject: @Sendable (Ticket) -> FilterSubject?

  package init(
    _ filter: Filter, _ settings: DeskSettings, looksAtAll: Bool,
    subject: @escaping @Sendable (Ticket) -> FilterSubject?
  ) {
    (self.filter, self.settings, self.looksAtAll) = (filter, settings, looksAtAll)
    self.subject = subject
  }

  /// Whether every ticket is asked for, so that none has to be looked at to know.
  var asksForAll: Bool {
    guard case .all(let parts) = filter.expression else { return false }
    return parts.isEmpty && !looksAtAll
  }

  /// The ticket as it was asked for; nil where it was not.
  package func found(_ ticket: Ticket) -> FilterSubject? {
    subject(ticket).flatMap { filter.matches($0) ? $0 : nil }
  }
}
