extension Ticket {
  /// The outcome that was frozen when the ticket was last resolved.
  package var slaOutcome: SLAOutcome? {
    document.value(at: SLAOutcome.path)?.object.flatMap(SLAOutcome.init)
  }

  /// What its promises came to: as recorded for a ticket that is done, else as its clocks show.
  package func outcome(_ clocks: SLAClocks?) -> SLAOutcome? {
    let recorded = clocks?.isDone ?? true ? slaOutcome : nil
    return recorded ?? clocks.map(SLAOutcome.init)
  }

  /// The members that `--json` adds to a document, by dotted path: `sla.response_due_at`. Without
  /// a policy only `sla_overdue` is there.
  package func slaMembers(_ clocks: SLAClocks?) -> JSONObject {
    var members = JSONObject()
    func put(_ key: String, _ instant: Instant?) {
      members[key] = instant.map { .string($0.description) }
    }
    if let outcome = outcome(clocks) {
      members["sla.policy"] = .string(outcome.policy)
      put("sla.response_due_at", outcome.firstResponse?.dueAt)
      put("sla.next_response_due_at", clocks?.nextResponse?.dueAt)
      put("sla.resolution_due_at", outcome.resolution?.dueAt)
      members["sla.response_breached"] = .bool(outcome.firstResponse?.isBreached ?? false)
      members["sla.resolution_breached"] = .bool(outcome.resolution?.isBreached ?? false)
      members["sla.paused"] = .bool(clocks?.isPaused ?? false)
    }
    put("sla_due_at", clocks?.dueAt)
    members["sla_overdue"] = .bool(clocks?.isOverdue ?? false)
    return members
  }
}
