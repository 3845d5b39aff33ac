/// One promise: how long what may take for which tickets, and when the clocks rest.
package struct SLAPolicy: Hashable, Sendable {
  package var name: String
  /// The filter that a ticket must fulfil, as written; nil for every ticket.
  package var when: String?
  package var calendar = AlwaysOpen.name
  /// By the code of a priority; a ticket of any other priority has no clocks.
  package var targets: [String: SLATargets]
  /// Other targets for the tickets of a category and of those below it, by its path in lower case.
  package var categories: [String: [String: SLATargets]] = [:]
  /// The part of a target after which a running clock warns.
  package var warnAt = 0.8
  /// The statuses in which clocks rest; nil for those of phase `waiting`.
  package var pauseIn: [String]?
  package var pausesFirstResponse = false
  package var escalation: SLAEscalation?

  package init(name: String, targets: [String: SLATargets]) {
    (self.name, self.targets) = (name, targets)
  }

  /// What is promised about a ticket: by the longest of the categories that it is in; what that
  /// leaves open, by its priority alone.
  package func targets(of ticket: Ticket) -> SLATargets {
    let general = targets[ticket.priority] ?? SLATargets()
    guard let path = ticket.category.flatMap(category) else { return general }
    return categories[path]?[ticket.priority]?.filled(from: general) ?? general
  }

  /// The longest of the policy's categories that a category is, or lies below.
  private func category(of category: String) -> String? {
    guard !categories.isEmpty else { return nil }
    let path = category.lowercased()
    return categories.keys.filter { Category.isWithin(path, $0) }
      .max { $0.utf8.count < $1.utf8.count }
  }

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
