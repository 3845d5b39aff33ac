extension FilterSubject {
  /// A ticket with its clocks and its customer, both computed only where they are asked for. Of a
  /// ticket that is done, what was recorded when it was counts, whatever the policies say today.
  package init(_ ticket: Ticket, _ rules: SLARules, customers: @escaping CustomerRecords) {
    self.init(
      ticket,
      clocks: {
        if rules.lifecycle.phase(of: ticket.status) == .done, let outcome = ticket.slaOutcome {
          return Clocks(isBreached: outcome.breachesAt(isDone: true) != nil)
        }
        guard let clocks = rules.clocks(of: ticket, customers: customers) else { return Clocks() }
        return Clocks(
          dueAt: clocks.dueAt, isOverdue: clocks.isOverdue, isPaused: clocks.isPaused,
          isBreached: clocks.all.contains(where: \.isBreached))
      }, customer: { ticket.customer.flatMap(customers) },
      promises: {
        rules.clocks(of: ticket, customers: customers).map { ticket.slaMembers($0) } ?? JSONObject()
      })
  }
}
