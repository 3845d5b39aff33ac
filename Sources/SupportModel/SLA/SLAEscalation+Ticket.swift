/// What an escalation does to one ticket.
///
/// - `team` gets the ticket. Whoever has it keeps it if they are in that team; otherwise it is taken
///   from them, so that it waits where the team looks for work.
/// - `agent` gets the ticket, in that team or not.
/// - `priority` is only ever raised.
/// - Names that mean nobody are left out, and told: cron goes on, and the rest is done.
extension SLAEscalation {
  /// The event that follows a breach; nil where that breach, or a later one of its clock, was
  /// escalated already.
  func finding(
    after breach: SLAFinding, of ticket: Ticket, _ priorities: Priorities, _ staff: Staff
  ) -> SLAFinding? {
    let path = "sla.\(breach.clock.kind.rawValue).\(SLAFinding.Level.escalation.rawValue)"
    if let recorded = ticket.instant(path), recorded >= breach.at { return nil }
    var change = TicketChange(ticket)
    let leftOut = apply(to: ticket, priorities, staff, &change)
    change.set(path, breach.at)
    if let tag { change.add("tags", [.string(tag)]) }
    change.meta = meta(after: breach, leftOut)
    var finding = breach
    finding.level = .escalation
    finding.leftOut = leftOut
    finding.draft = EventDraft(.ticketEscalated, ticket.key, change.patch, meta: change.meta)
    return finding
  }

  /// Hands the ticket on and raises its priority, and says whom there is not.
  func apply(
    to ticket: Ticket, _ priorities: Priorities, _ staff: Staff, _ change: inout TicketChange
  ) -> [String] {
    let leftOut = hand(ticket, to: staff, &change)
    if let priority, priorities.rank(of: ticket.priority) < priorities.rank(of: priority) {
      change.set("priority", priority)
    }
    return leftOut
  }

  /// Gives the ticket to the team and the agent, and says which of them there are not.
  private func hand(
    _ ticket: Ticket, to staff: Staff, _ change: inout TicketChange
  ) -> [String] {
    var leftOut: [String] = []
    if let team {
      if staff.teams.contains(team) {
        change.set("team", team)
        let isMember = ticket.assignee.flatMap { staff[$0] }?.teams.contains(team)
        if ticket.assignee != nil, isMember != true { change.set("assigned_to", nil as String?) }
      } else {
        leftOut.append("team \(team)")
      }
    }
    if let agent {
      if let found = staff[agent], found.role != .viewer {
        change.set("assigned_to", agent)
      } else {
        leftOut.append("agent \(agent)")
      }
    }
    return leftOut
  }

  private func meta(after breach: SLAFinding, _ leftOut: [String]) -> JSONObject {
    var meta = JSONObject([
      ("clock", .string(breach.clock.kind.rawValue)), ("policy", .string(breach.policy)),
      ("reason", .string("the time for the \(SLAReportClock(breach.clock.kind).title) ran out")),
    ])
    if let notify, !notify.isEmpty { meta["notify"] = .array(notify.map(JSON.string)) }
    if !leftOut.isEmpty { meta["left_out"] = .array(leftOut.map(JSON.string)) }
    return meta
  }
}
