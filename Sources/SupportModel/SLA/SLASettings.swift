/// The service levels that a desk promises: its policies, in the order they are tried.
package struct SLASettings: Hashable, Sendable {
  package var policies: [SLAPolicy]
  /// The desk's own calendars, that policies name besides `24x7`.
  package var calendars: [String: BusinessCalendar] = [:]

  package init(policies: [SLAPolicy]) { self.policies = policies }

  package static let standard = SLASettings(policies: [.standard])

  /// The first policy that applies to a ticket. `matches` says whether the ticket fulfils the filter
  /// text of a policy's `when`; a policy without one applies to every ticket.
  package func policy(
    for ticket: Ticket, matches: (String, Ticket) -> Bool
  ) -> SLAPolicy? {
    policies.first { policy in policy.when.map { matches($0, ticket) } ?? true }
  }

  /// When the calendar of a policy works.
  package func workingTime(of policy: SLAPolicy) -> any WorkingTime {
    workingTime(named: policy.calendar) ?? AlwaysOpen()
  }

  /// A calendar of the desk, or the one that never closes; nil where none is called that.
  package func workingTime(named name: String) -> (any WorkingTime)? {
    name == AlwaysOpen.name ? AlwaysOpen() : calendars[name]
  }

  package var calendarNames: [String] { [AlwaysOpen.name] + calendars.keys.sorted() }

  /// The clocks of a ticket under the policy that applies to it; nil when none does.
  package func clocks(
    of ticket: Ticket, now: Instant, lifecycle: Lifecycle, matches: (String, Ticket) -> Bool
  ) -> SLAClocks? {
    policy(for: ticket, matches: matches).map { policy in
      SLAClocks(
        ticket, policy, workingTime: workingTime(of: policy), now: now, lifecycle: lifecycle)
    }
  }
}

extension SLASettings {
  /// Reads the object under `sla`. An empty list of policies promises nothing at all.
  init(_ reader: SettingsReader, _ settings: DeskSettings) throws {
    try reader.allowOnly(["policies"])
    guard let readers = try reader.children("policies") else {
      self = settings.sla
      return
    }
    calendars = settings.sla.calendars
    policies = try readers.map { try SLAPolicy($0, settings) }
    for (reader, policy) in zip(readers, policies)
    where policies.count(where: { $0.name == policy.name }) > 1 {
      throw reader.error("name", "two policies are called \"\(policy.name)\"")
    }
  }
}
