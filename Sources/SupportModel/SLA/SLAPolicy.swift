/// One promise: how long what may take for which tickets, and when the clocks rest.
package struct SLAPolicy: Hashable, Sendable {
  package var name: String
  /// The filter that a ticket must fulfil, as written; nil for every ticket.
  package var when: String?
  package var calendar = AlwaysOpen.name
  /// By the code of a priority; a ticket of any other priority has no clocks.
  package var targets: [String: SLATargets]
  /// The part of a target after which a running clock warns.
  package var warnAt = 0.8
  /// The statuses in which clocks rest; nil for those of phase `waiting`.
  package var pauseIn: [String]?
  package var pausesFirstResponse = false
  package var escalation: SLAEscalation?

  package init(name: String, targets: [String: SLATargets]) {
    (self.name, self.targets) = (name, targets)
  }

  /// What is promised about a ticket as it is now.
  package func targets(of ticket: Ticket) -> SLATargets { targets[ticket.priority] ?? SLATargets() }

  /// Whether the clocks rest while a ticket has the status.
  package func pauses(in status: String, _ lifecycle: Lifecycle) -> Bool {
    pauseIn?.contains(status) ?? (lifecycle.phase(of: status) == .waiting)
  }

  package static let standard = SLAPolicy(
    name: "default",
    targets: [
      "critical": SLATargets(firstResponse: .minutes(30), resolution: .hours(4)),
      "urgent": SLATargets(firstResponse: .hours(1), resolution: .hours(8)),
      "high": SLATargets(firstResponse: .hours(2), resolution: .hours(24)),
      "normal": SLATargets(firstResponse: .hours(4), resolution: .hours(48)),
      "low": SLATargets(firstResponse: .hours(8), resolution: .hours(96)),
    ])
}

extension SLAPolicy {
  init(_ reader: SettingsReader, _ settings: DeskSettings) throws {
    try reader.allowOnly([
      "name", "when", "calendar", "targets", "warn_at", "pause_in", "pause_first_response",
      "escalate",
    ])
    self.init(name: try reader.requiredText("name"), targets: [:])
    when = try reader.text("when")
    calendar = try reader.text("calendar") ?? calendar
    guard settings.sla.workingTime(named: calendar) != nil else {
      let near = nearest(to: calendar, among: settings.sla.calendarNames)
      throw reader.error(
        "calendar",
        "no calendar is called \"\(calendar)\""
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
    guard let targetsReader = try reader.child("targets") else {
      throw reader.error("targets", "targets by priority are missing here")
    }
    targets = try SLATargets.byPriority(targetsReader, settings.priorities)
    warnAt = try reader.number("warn_at", in: 0.01...1) ?? warnAt
    pauseIn = try reader.texts("pause_in")?.map { word in
      guard let status = settings.lifecycle.find(word) else {
        throw reader.error("pause_in", "no status is called \"\(word)\"")
      }
      return status.code
    }
    pausesFirstResponse = try reader.bool("pause_first_response") ?? pausesFirstResponse
    escalation = try reader.child("escalate").map { try SLAEscalation($0, settings.priorities) }
  }
}
