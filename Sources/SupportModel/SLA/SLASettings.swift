/// The service levels that a desk promises: its policies, in the order they are tried.
package struct SLASettings: Hashable, Sendable {
  package var policies: [SLAPolicy]
  /// The names of the policies of categories, by their paths.
  package var byCategory: [String: String] = [:]
  /// The desk's own calendars, that policies name besides `24x7`.
  package var calendars: [String: BusinessCalendar] = [:]

  /// What the conditions of policies ask for, by their text, where that is the same at any time: so
  /// that each is read once.
  private(set) var conditions: [String: FilterExpression] = [:]

  package init(policies: [SLAPolicy]) { self.policies = policies }

  package static let standard = SLASettings(policies: [.standard])

  /// When the calendar of a policy works.
  package func workingTime(of policy: SLAPolicy) -> any WorkingTime {
    workingTime(named: policy.calendar) ?? AlwaysOpen()
  }

  /// A calendar of the desk, or the one that never closes; nil where none is called that.
  package func workingTime(named name: String) -> (any WorkingTime)? {
    name == AlwaysOpen.name ? AlwaysOpen() : calendars[name]
  }

  package var calendarNames: [String] { [AlwaysOpen.name] + calendars.keys.sorted() }
}

extension SLASettings {
  /// Reads the object under `sla`, which may have other fields where it stands alone. An empty list of
  /// policies promises nothing at all.
  init(
    _ reader: SettingsReader, _ settings: DeskSettings, besides others: [String] = []
  ) throws {
    try reader.allowOnly(["policies", "categories"] + others)
    guard let readers = try reader.children("policies") else {
      self = settings.sla
      byCategory = try Self.read(categoriesOf: reader, policies)
      return
    }
    calendars = settings.sla.calendars
    policies = try readers.map { try SLAPolicy($0, settings) }
    for (reader, policy) in zip(readers, policies) {
      guard let when = policy.when else { continue }
      let condition = try SLAPolicy.condition(when, reader, settings)
      if !condition.isRelative { conditions[when] = condition }
    }
    for (reader, policy) in zip(readers, policies)
    where policies.count(where: { $0.name == policy.name }) > 1 {
      throw reader.error("name", "two policies are called \"\(policy.name)\"")
    }
    byCategory = try Self.read(categoriesOf: reader, policies)
  }

  private static func read(
    categoriesOf reader: SettingsReader, _ policies: [SLAPolicy]
  ) throws -> [String: String] {
    try reader.child("categories").map { try byCategory($0, policies) } ?? [:]
  }
}
