/// Reads policies out of the settings. What the settings themselves can answer is an error here; what
/// other files decide (which agents and teams there are) is for `PolicyMistake`.
extension SLAPolicy {
  init(_ reader: SettingsReader, _ settings: DeskSettings) throws {
    try reader.allowOnly([
      "name", "when", "calendar", "targets", "categories", "warn_at", "pause_in",
      "pause_first_response", "escalate",
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
    categories =
      try reader.child("categories").map { try SLATargets.byCategory($0, settings.priorities) }
      ?? [:]
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

  /// What a condition asks for. One that is no filter, sorts, or asks for the clocks that follow from
  /// it is refused.
  static func condition(
    _ when: String, _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> FilterExpression {
    let filter: Filter
    do throws(FilterError) {
      // What is wrong with a filter does not depend on the time.
      filter = try Filter.parse(when, .policies(settings, at: Instant(milliseconds: 0)))
    } catch {
      throw reader.error("when", notFilter: error)
    }
    if let sort = filter.sorts.first {
      throw reader.error("when", "a condition has no order: \(sort)")
    }
    if let term = filter.expression.terms.first(where: \.asksForClocks) {
      throw reader.error("when", "a policy cannot ask for the clocks that it makes: \(term.text)")
    }
    return filter.expression
  }
}
