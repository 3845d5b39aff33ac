/// All that is to be logged about one ticket, in order, and what the ticket is afterwards.
package struct SLACheckedTicket: Sendable {
  package private(set) var findings: [SLAFinding] = []
  package private(set) var ticket: Ticket
  /// Nil where no policy applies any more.
  package private(set) var clocks: SLAClocks?

  /// Takes the earliest finding, then what the policy does about it, then looks again: an escalation
  /// may bring other targets or another policy. So a check that comes late does what checks in time
  /// would have done, and the next one finds nothing.
  ///
  /// It ends: a clock's recorded instant only ever rises, and there are no more instants than
  /// policies and priorities give it.
  package init(
    _ ticket: Ticket, _ rules: SLARules, _ priorities: Priorities, _ staff: Staff,
    customers: @escaping CustomerRecords
  ) {
    self.ticket = ticket
    while let (policy, clocks) = rules.policyAndClocks(of: self.ticket, customers: customers) {
      self.clocks = clocks
      let news = SLACheck.findings(self.ticket, clocks)
      guard let finding = news.min(by: { $0.at < $1.at }) else { return }
      add(finding, at: rules.now)
      // Where the answer came in the end, nothing is left to escalate.
      guard finding.level == .breach, finding.clock.isOpen else { continue }
      policy.escalation?.finding(after: finding, of: self.ticket, priorities, staff)
        .map { add($0, at: rules.now) }
    }
    clocks = nil
  }

  private mutating func add(_ finding: SLAFinding, at now: Instant) {
    findings.append(finding)
    ticket = ticket.after(finding.draft, at: now, by: .system)
  }
}
