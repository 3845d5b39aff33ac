/// Why the clocks of a ticket show what they show: which policy applies and why, and the arithmetic
/// of each clock line by line.
package struct SLAExplanation: Sendable {
  package let ticket: Ticket
  /// The instant that the clocks show.
  package let now: Instant
  /// The policies that were tried, in their order.
  package let trials: [SLAPolicyTrial]
  package let workingTime: any WorkingTime
  /// In the order in which the clocks began.
  package let clocks: [SLAClockExplanation]
  /// The statuses in which the clocks rest.
  package let pauses: [String]
  /// What was recorded when the ticket was done, and counts while it is.
  package let recorded: SLAOutcome?

  /// The policy that applies; nil where nothing is promised.
  package var policy: SLAPolicy? { trials.applying }
  /// The category that names the policy, where that is why it applies.
  package var category: String? { trials.last?.category }

  /// Whether today's settings give something else than was recorded.
  package var differs: Bool {
    guard let recorded else { return false }
    return recorded.policy != policy?.name
      || SLAReportClock.allCases.contains { kind in
        let measured = recorded.measurements(kind)
        // Tickets that were done long ago have no first resolution on record.
        if kind == .firstResolution, measured.isEmpty { return false }
        return measured != clocks.filter { $0.kind == kind }.map { SLAMeasurement($0.clock) }
      }
  }
}

extension SLAExplanation {
  /// Explains a ticket as it is in its document; the events tell who did what.
  package init(
    _ ticket: Ticket, _ events: [Event], _ settings: DeskSettings, at now: Instant,
    customers: @escaping CustomerRecords
  ) {
    let rules = SLARules(settings, at: now)
    self.ticket = ticket
    self.now = now
    trials = rules.trials(of: ticket, customers: customers)
    let history = StatusHistory(ticket, now: now, lifecycle: settings.lifecycle)
    recorded = history.doneSince == nil ? nil : ticket.slaOutcome
    guard let policy = trials.applying else {
      (workingTime, clocks, pauses) = (AlwaysOpen(), [], [])
      return
    }
    workingTime = settings.sla.workingTime(of: policy)
    pauses = policy.pausingStatuses(settings.lifecycle)
    let past = SLAHistory(events, from: history.start, now: now) { ticket in
      SLAPromise(rules.policy(for: ticket, customers: customers), ticket)
    }
    let shown = SLAClocks(
      ticket, policy, workingTime: workingTime, now: now, lifecycle: settings.lifecycle)
    clocks = ClockTales(ticket, shown, history, past, workingTime).told
  }
}
