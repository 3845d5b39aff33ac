/// What becomes of a ticket that breaks its promise.
package struct SLAEscalation: Hashable, Sendable {
  package var team: String?
  /// The code of a priority.
  package var priority: String?
  /// A handle.
  package var agent: String?
  package var tag: String?
  /// Whom to tell: handles and team names.
  package var notify: [String]?

  package init() {}
}

extension SLAEscalation {
  init(_ reader: SettingsReader, _ priorities: Priorities) throws {
    try reader.allowOnly(["team", "priority", "agent", "tag", "notify"])
    team = try reader.text("team")
    priority = try reader.text("priority").map {
      try priorities.code(of: $0, at: "priority", in: reader)
    }
    agent = try reader.text("agent")
    tag = try reader.text("tag")
    notify = try reader.texts("notify")
  }
}
