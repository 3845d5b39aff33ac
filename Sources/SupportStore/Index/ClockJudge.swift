import SupportModel

/// How the clocks of a desk's tickets are judged.
package struct ClockJudge: Sendable {
  /// Nil where no policy applies.
  package var clocks: @Sendable (Ticket) -> SLAClocks?
  /// Whether which policy applies depends on the time: no row of an index would stay true.
  package var readsTime: Bool
  /// Whether policies speak of the records of customers.
  package var readsCustomers: Bool

  package init(
    readsTime: Bool, readsCustomers: Bool, clocks: @escaping @Sendable (Ticket) -> SLAClocks?
  ) {
    (self.clocks, self.readsTime, self.readsCustomers) = (clocks, readsTime, readsCustomers)
  }
}
