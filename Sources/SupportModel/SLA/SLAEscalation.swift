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
  private static let members = ["team", "priority", "agent", "tag", "notify"]

  /// `others` are members that somebody else reads.
  init(
    _ reader: SettingsReader, _ priorities: Priorities, besides others: [String] = []
  ) throws {
    try reader.allowOnly(Self.members + others)
    team = try reader.filledText("team")
    priority = try reader.text("priority").map {
      try priorities.code(of: $0, at: "priority", in: reader)
    }
    agent = try reader.filledText("agent")
    tag = try reader.filledText("tag").map { text in
      do throws(Refusal) { return try TextRules.tag(text) } catch {
        throw reader.error("tag", "\"\(text)\" is no tag: letters, digits, - _ . / (at most 50)")
      }
    }
    notify = try reader.texts("notify")
    guard self != SLAEscalation() else {
      throw reader.error(
        "", "an escalation does at least one of: \(Self.members.joined(separator: ", "))")
    }
  }
}
