import Testing

@testable import SupportModel

/// Policies in a desk with the agents ada (teams tier-1, tier-2) and vic (a viewer), and tickets in
/// `billing/refunds`.
struct PolicyReviewTests {
  private func mistakes(_ policies: String) throws -> [PolicyMistake] {
    let text = "{\"format\": 1, \"sla\": {\"policies\": [\(policies)]}}"
    let settings = try DeskSettings(file: "support.json", bytes: Array(text.utf8))
    let staff = Staff([
      Agent(handle: "ada", teams: ["tier-1", "tier-2"]), Agent(handle: "vic", role: .viewer),
    ])
    return PolicyReview.mistakes(
      in: settings, at: FilterSamples.now, KnownNames(staff, categories: ["billing/refunds"]))
  }

  private func codes(_ policies: String) throws -> [String] {
    try mistakes(policies).map { "\($0.policy).\($0.field) \($0.code.rawValue)" }
  }

  private static let all =
    #""targets": {"low": {"resolution": "9h"}, "normal": {"resolution": "9h"}, "#
    + #""high": {"resolution": "9h"}, "urgent": {"resolution": "9h"}, "#
    + #""critical": {"resolution": "9h"}}"#

  @Test(
    "Which tickets a policy applies to",
    arguments: [
      ([""], []), (["tag:vip", ""], []),
      (["", "tag:vip"], ["1.when shadowed"]), (["", ""], ["1.name shadowed"]),
      (["tag:vip", "tag:VIP", ""], ["1.when shadowed"]),
      (["priority:>=high", "priority:urgent tag:vip", ""], ["1.when shadowed"]),
      (["is:internal", "-is:internal", "tag:vip"], ["2.when shadowed"]),
      (["tag:vip", "-tag:vip", ""], ["2.name shadowed"]),
      (["status:open status:new", ""], ["0.when never"]),
      (["status:closed", ""], ["0.when only_done"]),
      (["resolved:2026 is:closed"], ["0.when only_done"]),
      (["created:>now created:<-1d", ""], ["0.when never"]),
      (["is:open", ""], ["1.name only_done"]),
    ] as [([String], [String])])
  func application(conditions: [String], expected: [String]) throws {
    let policies = conditions.enumerated().map { place, when in
      let condition = when.isEmpty ? "" : "\"when\": \"\(when)\", "
      return "{\"name\": \"p\(place)\", \(condition)\(Self.all)}"
    }
    #expect(try codes(policies.joined(separator: ", ")) == expected)
  }

  @Test("A priority that earlier policies take needs no target")
  func taken() throws {
    let urgent = #"{"name": "a", "when": "priority:>=high", \#(Self.all)}"#
    let rest = #""targets": {"low": {"resolution": "1h"}, "normal": {"resolution": "1h"}}"#
    #expect(try codes(urgent + #", {"name": "b", \#(rest)}"#) == [])
    #expect(try codes(#"{"name": "b", \#(rest)}"#) == ["0.targets no_target"])
  }

  @Test(
    "What a policy promises nobody",
    arguments: [
      (#""targets": {"low": {"resolution": "1h"}}"#, "normal, high, urgent, critical"),
      (
        #""when": "priority:low,high", "targets": {"low": {"resolution": "1h"}, "high": {}}"#,
        "high"
      ),
      (#""when": "priority:low", "targets": {"low": {"resolution": "1h"}}"#, nil),
      (
        #""when": "priority:low category:billing", "targets": {}, "#
          + #""categories": {"billing": {"low": {"resolution": "1h"}}}"#, nil
      ),
      (
        #""when": "priority:low", "targets": {}, "#
          + #""categories": {"billing": {"low": {"resolution": "1h"}}}"#, "low"
      ),
    ] as [(String, String?)])
  func targets(policy: String, missing: String?) throws {
    let found = try mistakes(#"{"name": "a", \#(policy)}"#)
    #expect(found.map(\.code) == (missing == nil ? [] : [.noTarget]))
    #expect(found.map(\.path) == (missing == nil ? [] : ["sla.policies[0].targets"]))
    #expect(
      found.first?.detail == missing.map { "a ticket of this priority gets no clock: \($0)" })
  }

  @Test(
    "Names that nothing bears",
    arguments: [
      (#""when": "assignee:ada team:tier-1,none category:billing""#, []),
      (#""when": "assignee:adda""#, [#"no agent is called "adda"; did you mean "ada"?"#]),
      (#""when": "-team:tier-3""#, [#"no agent is in a team "tier-3"; did you mean "tier-1"?"#]),
      (
        #""when": "category:billing/refund""#,
        [#"nothing has the category "billing/refund"; did you mean "billing/refunds"?"#]
      ),
      (
        #""categories": {"billing": {}, "travel": {}}"#, [#"nothing has the category "travel""#]
      ),
      (#""escalate": {"team": "tier-2", "agent": "ada", "notify": ["ada", "tier-1"]}"#, []),
      (
        #""escalate": {"team": "tear-2", "agent": "bo", "notify": ["nobody"]}"#,
        [
          #"no agent is in a team "tear-2"; did you mean "tier-2"?"#, #"no agent is called "bo""#,
          #"no agent or team is called "nobody""#,
        ]
      ),
      (#""escalate": {"agent": "vic"}"#, ["vic is a viewer and gets no tickets"]),
      (#""escalate": {"priority": "normal"}"#, []),
    ] as [(String, [String])])
  func names(policy: String, expected: [String]) throws {
    #expect(try mistakes(#"{"name": "a", \#(policy), \#(Self.all)}"#).map(\.detail) == expected)
  }

  @Test("An escalation below everything that is promised raises nothing")
  func raising() throws {
    let policy =
      #"{"name": "a", "when": "priority:>=high", "escalate": {"priority": "normal"}, "#
      + #""targets": {"high": {"resolution": "1h"}, "urgent": {"resolution": "1h"}, "#
      + #""critical": {"resolution": "1h"}}}"#
    #expect(try codes(policy) == ["0.escalate.priority raises_nothing"])
  }

  @Test("The policy of a new desk is without a mistake")
  func standard() {
    let names = KnownNames(Staff([]), categories: [])
    #expect(PolicyReview.mistakes(in: DeskSettings(), at: FilterSamples.now, names).isEmpty)
  }
}
