import Testing

@testable import SupportModel

/// A desk with rules, and tickets that things happen to, told in words as `Scene` tells them.
///
/// `ada` is in `tier-1`, `eve` in `tier-2`, `vic` is a viewer; `tier-0` takes no tickets; bob is a gold
/// customer.
struct RuleOffice {
  let settings: DeskSettings

  /// Rules as they stand in the list of `support.json`.
  init(_ rules: String) throws {
    settings = try DeskSettings(
      file: "support.json", bytes: Array(#"{"format": 1, "rules": [\#(rules)]}"#.utf8))
  }

  static let staff = Staff(
    [
      Agent(handle: "ada", teams: ["tier-1"]), Agent(handle: "eve", teams: ["tier-2"]),
      Agent(handle: "vic", role: .viewer),
    ], teams: ["tier-0"], inactive: ["tier-0"])

  private static func members(ofTeam team: String?) -> [AssignmentCandidate] {
    ["ada", "eve", "vic"].compactMap { staff[$0] }
      .filter { agent in team.map(agent.teams.contains) ?? true }
      .map { AssignmentCandidate($0, load: 0) }
  }

  /// When rules run: an hour after the first act.
  private static let now = sampleTime + TimeSpan(seconds: 3600)

  /// Plays the acts, of which rules see the last one only, and runs the rules.
  func run(_ acts: String, saying body: String? = nil) throws -> RuleRun {
    let settings = settings
    let before = try Scene(acts) { $0 = settings }
    let ticket = try #require(before.ticket)
    let event = try #require(before.lastEvent)
    var draft = EventDraft(event.type, event.subject, event.patch)
    if let body { draft.patch.message?["body"] = .string(body) }
    var rules = RuleSet(settings, at: sampleTime)
    let acting = Acting(
      Person(.system), settings, at: Self.now,
      customers: { _ in JSONObject([("tier", "gold")]) })
    let names = RuleNames(Self.staff) { ticket in
      AssignmentChoice(
        AssignmentQuestion(ticket, team: ticket.team, method: .leastLoad),
        among: Self.members(ofTeam: ticket.team), settings, at: Self.now)
    }
    return try RuleRun(
      after: [RuleOccasion(draft, by: event.by)], ticket, &rules, acting, names)
  }

  /// The rules that fire, with what they do: `vip: updated priority=high; tag: nothing`.
  func outcome(_ acts: String, saying body: String? = nil) throws -> String {
    let run = try run(acts, saying: body)
    let firings = run.firings.map { firing in
      let what = firing.drafts.map { Scene.summary($0, now: Self.now) }.joined(separator: " + ")
      return "\(firing.rule): \(what.isEmpty ? "nothing" : what)"
    }
    let warnings = run.warnings.map { "(\(Self.brief($0)))" }
    let all = firings + warnings
    return all.isEmpty ? "-" : all.joined(separator: "; ")
  }

  private static func brief(_ warning: RuleWarning) -> String {
    switch warning {
    case .loop(let names): names.joined(separator: ">")
    case .leftOut(_, let action, .unknown(let kind, let name)): "\(action): no \(kind) \(name)"
    case .leftOut(_, let action, .viewer(let name)): "\(action): \(name) is a viewer"
    case .leftOut(_, let action, .noCustomer): "\(action): no customer"
    case .leftOut(_, let action, .template), .leftOut(_, let action, .broken): action
    case .leftOut(_, let action, .refused(let refusal)): "\(action): \(Scene.brief(refusal))"
    }
  }
}
