/// What an escalation does to one ticket, whoever escalates it: a policy whose promise was broken, a
/// rule, or somebody by hand.
///
/// - `team` gets the ticket. Whoever has it keeps it if they are in that team; otherwise it is taken
///   from them, so that it waits where the team looks for work.
/// - `agent` gets the ticket, in that team or not.
/// - `priority` is only ever raised.
/// - Names of nobody, of viewers, and of teams that take no tickets are left out, and told: cron goes
///   on, and the rest is done.
extension SLAEscalation {
  /// Says what was left out.
  func apply<Failure>(
    to ticket: Ticket, _ priorities: Priorities, _ takers: Takers<Failure>,
    _ change: inout TicketChange
  ) throws(Failure) -> [RuleFault] {
    let leftOut = try change.hand(ticket, to: team, agent: agent, takers)
    if let priority, priorities.rank(of: ticket.priority) < priorities.rank(of: priority) {
      change.set("priority", priority)
    }
    if let tag { change.add("tags", [.string(tag)]) }
    if let notify, !notify.isEmpty {
      change.meta["notify"] = .array(notify.map(JSON.string))
    }
    return leftOut
  }

  /// The event that follows a breach; nil where that breach, or a later one of its clock, was
  /// escalated already.
  func finding(
    after breach: SLAFinding, of ticket: Ticket, _ priorities: Priorities, _ staff: Staff
  ) -> SLAFinding? {
    let path = "sla.\(breach.clock.kind.rawValue).\(SLAFinding.Level.escalation.rawValue)"
    if let recorded = ticket.instant(path), recorded >= breach.at { return nil }
    var change = TicketChange(ticket)
    change.meta = JSONObject([
      ("clock", .string(breach.clock.kind.rawValue)), ("policy", .string(breach.policy)),
      ("reason", .string("the time for the \(SLAReportClock(breach.clock.kind).title) ran out")),
    ])
    let leftOut = apply(to: ticket, priorities, staff.takers, &change)
    change.set(path, breach.at)
    if !leftOut.isEmpty {
      change.meta["left_out"] = .array(leftOut.compactMap(\.name).map(JSON.string))
    }
    var finding = breach
    finding.level = .escalation
    finding.leftOut = leftOut
    finding.draft = EventDraft(.ticketEscalated, ticket.key, change.patch, meta: change.meta)
    return finding
  }
}

extension RuleFault {
  /// Who was left out, as the log has it: `team tier-9`.
  fileprivate var name: String? {
    switch self {
    case .unknown(let kind, let name), .refused(.inactive(let kind, let name)): "\(kind) \(name)"
    case .viewer(let handle): "agent \(handle)"
    default: nil
    }
  }
}
