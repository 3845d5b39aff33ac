extension DeskSettings {
  /// The ticket's clocks under the first policy that applies to it; nil where none does.
  ///
  /// `customers` is asked only by policies that speak of the ticket's customer.
  package func clocks(
    of ticket: Ticket, at now: Instant, customers: @escaping CustomerRecords
  ) -> SLAClocks? {
    let context = FilterContext(settings: self, now: now, person: Person(.system))
    return sla.clocks(of: ticket, now: now, lifecycle: lifecycle) { condition, ticket in
      // Conditions were checked when the settings were read.
      guard let filter = try? Filter.parse(condition, context) else { return false }
      return filter.matches(FilterSubject(ticket, customer: { ticket.customer.flatMap(customers) }))
    }
  }
}

extension FilterSubject {
  /// A ticket with its clocks and its customer, both computed only where they are asked for.
  package init(
    _ ticket: Ticket, _ settings: DeskSettings, at now: Instant,
    customers: @escaping CustomerRecords
  ) {
    self.init(
      ticket,
      clocks: {
        guard let clocks = settings.clocks(of: ticket, at: now, customers: customers) else {
          return Clocks()
        }
        return Clocks(
          dueAt: clocks.dueAt, isOverdue: clocks.isOverdue, isPaused: clocks.isPaused,
          isBreached: clocks.all.contains(where: \.isBreached))
      }, customer: { ticket.customer.flatMap(customers) })
  }
}
