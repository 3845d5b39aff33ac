/// What the rows of a report stand for; the raw value names it on the command line and in JSON.
package enum SLADimension: String, Hashable, Sendable, CaseIterable {
  case priority, agent, team, category, channel, customer, policy, month, week

  /// The row of tickets that have no value: no team, no policy.
  package static let none = "(none)"

  /// Whether the rows follow one another in time.
  package var isTime: Bool { self == .month || self == .week }

  /// The name of the row that a ticket counts in: `urgent`, `2026-11`, `2026-W47`. Months and ISO
  /// weeks are those of its creation in UTC.
  package func row(of ticket: SLACase) -> String {
    if isTime { return row(ofDay: ticket.createdAt.date) }
    let name: String? =
      switch self {
      case .priority: ticket.priority
      case .agent: ticket.assignee
      case .team: ticket.team
      case .category: ticket.category
      case .channel: ticket.channel
      case .customer: ticket.customer
      case .policy: ticket.outcome?.policy
      case .month, .week: nil
      }
    return row(of: name)
  }

  /// The row of tickets whose value this is.
  package func row(of value: String?) -> String {
    value.flatMap { $0.isEmpty ? nil : $0 } ?? Self.none
  }

  /// The row of tickets that were created on a day, where rows follow one another in time.
  package func row(ofDay date: CivilDate) -> String {
    self == .month ? date.monthText : date.weekText
  }
}

extension CivilDate {
  /// `2026-11`
  var monthText: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

  /// `2026-W47`, the week of ISO 8601: it begins on Monday and is of the year of its Thursday.
  var weekText: String {
    let thursday = dayNumber - weekday + 3
    let year = CivilDate(dayNumber: thursday).year
    let week = (thursday - CivilDate(year: year, month: 1, day: 1).dayNumber) / 7 + 1
    return "\(padded(year, to: 4))-W\(padded(week, to: 2))"
  }
}
