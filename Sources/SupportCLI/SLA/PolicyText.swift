import SupportModel

/// Parts of a policy in few words.
enum PolicyText {
  /// `urgent=15m/30m/4h` and `billing/refunds:urgent=5m/-/-`, the most pressing first.
  static func targets(_ policy: SLAPolicy, _ settings: DeskSettings) -> [String] {
    rows(policy, settings).map { row in
      let times = SLAClock.Kind.allCases.map { row.targets[$0].map(\.exact) ?? "-" }
      let category = row.category.map { "\($0):" } ?? ""
      return "\(category)\(row.priority)=\(times.joined(separator: "/"))"
    }
  }

  struct Row {
    var category: String?
    var priority: String
    var targets: SLATargets
  }

  /// One row for each priority that something is promised for, then those of the categories.
  static func rows(_ policy: SLAPolicy, _ settings: DeskSettings) -> [Row] {
    let codes = settings.priorities.all.sorted { $0.rank > $1.rank }.map(\.code)
    func rows(_ targets: [String: SLATargets], _ category: String?) -> [Row] {
      codes.compactMap { code in
        targets[code].map { Row(category: category, priority: code, targets: $0) }
      }
    }
    let categories = policy.categories.sorted { $0.key < $1.key }
    return rows(policy.targets, nil) + categories.flatMap { rows($0.value, $0.key) }
  }

  /// `team=tier-2 priority=urgent tag=late notify=ada,tier-2`
  static func short(_ escalation: SLAEscalation) -> String {
    parts(escalation).map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  /// `team tier-2, priority urgent, tag late, notify ada,tier-2`
  static func long(_ escalation: SLAEscalation) -> String {
    parts(escalation).map { "\($0.name) \($0.value)" }.joined(separator: ", ")
  }

  private static func parts(_ escalation: SLAEscalation) -> [(name: String, value: String)] {
    [
      ("team", escalation.team), ("agent", escalation.agent), ("priority", escalation.priority),
      ("tag", escalation.tag), ("notify", escalation.notify?.joined(separator: ",")),
    ].compactMap { name, value in value.map { (name, $0) } }
  }
}
