/// Finds what is to be logged about a ticket's clocks.
///
/// What is recorded is not when somebody looked but the instant the clock itself reached, so that
/// two replicas that both look write the same, and looking again finds nothing. Later instants are
/// found again: the next wait of the customer, or a deadline that was moved back and is missed
/// anew. A deadline that was moved forward, as an escalation to a higher priority does, is not.
package enum SLACheck {
  /// New findings in the order in which their drafts are to be written. A ticket that is done has
  /// none: its outcome tells.
  package static func findings(_ ticket: Ticket, _ clocks: SLAClocks) -> [SLAFinding] {
    guard !clocks.isDone else { return [] }
    return clocks.all.compactMap { clock in
      guard let (level, at) = standing(of: clock, now: clocks.now) else { return nil }
      let path = "sla.\(clock.kind.rawValue).\(level.rawValue)"
      if let recorded = ticket.instant(path), recorded >= at { return nil }
      return SLAFinding(
        level: level, clock: clock, policy: clocks.policy, at: at,
        draft: draft(ticket, clock, level, at: at, path: path, policy: clocks.policy))
    }
  }

  /// A breach stands also when the answer came in the end; a warning only while it can be heeded.
  private static func standing(
    of clock: SLAClock, now: Instant
  ) -> (level: SLAFinding.Level, at: Instant)? {
    if clock.isBreached { return clock.dueAt.map { (.breach, $0) } }
    guard clock.state == .running, let at = clock.warnsAt, at <= now else { return nil }
    return (.warning, at)
  }

  private static func draft(
    _ ticket: Ticket, _ clock: SLAClock, _ level: SLAFinding.Level, at: Instant, path: String,
    policy: String
  ) -> EventDraft {
    var meta = JSONObject([("clock", .string(clock.kind.rawValue))])
    meta["due_at"] = clock.dueAt.map { .string($0.description) }
    meta["policy"] = .string(policy)
    var change = TicketChange(ticket)
    change.set(path, at)
    return EventDraft(
      level == .warning ? .ticketSLAWarning : .ticketSLABreached, ticket.key, change.patch,
      meta: meta)
  }
}
