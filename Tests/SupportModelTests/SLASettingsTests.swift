import Testing

@testable import SupportModel

struct SLASettingsTests {
  private func settings(_ sla: String) throws -> DeskSettings {
    let text = "{\"format\": 1,\n\"sla\":\n\(sla)}"
    return try DeskSettings(file: "support.json", bytes: Array(text.utf8))
  }

  @Test(
    "A mistake is named by file, line and field",
    arguments: [
      (#"{"polices": []}"#, 3, "sla.polices", #"unknown field"#),
      (#"{"policies": [{"targets": {}}]}"#, 3, "sla.policies[0].name", "a text is missing here"),
      (
        #"{"policies": [{"name": "a"}]}"#, 3, "sla.policies[0].targets",
        "targets by priority are missing here"
      ),
      (
        "{\"policies\": [{\"name\": \"a\",\n\"targets\": {\"urgnt\": {}}}]}", 4,
        "sla.policies[0].targets.urgnt", #"no priority is called "urgnt"; did you mean "urgent"?"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {"normal": {}, "medium": {}}}]}"#, 3,
        "sla.policies[0].targets.medium", #"the priority "normal" has targets already"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {"low": {"resolution": "0h"}}}]}"#, 3,
        "sla.policies[0].targets.low.resolution",
        "a target must be longer than 0 and at most 3650d"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {"low": {"resolution": "-4h"}}}]}"#, 3,
        "sla.policies[0].targets.low.resolution",
        #"a duration such as "4h" or "1h30m" should be here, not a text"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {"low": {"response": "4h"}}}]}"#, 3,
        "sla.policies[0].targets.low.response", "unknown field"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "pause_in": ["pending", "parked"]}]}"#, 3,
        "sla.policies[0].pause_in", #"no status is called "parked""#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "warn_at": 1.5}]}"#, 3,
        "sla.policies[0].warn_at", "1.5 is not between 0.01 and 1.0"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "calendar": "office"}]}"#, 3,
        "sla.policies[0].calendar", #"no calendar is called "office""#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "escalate": {"priority": "top"}}]}"#, 3,
        "sla.policies[0].escalate.priority", #"no priority is called "top""#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}}, {"name": "a", "targets": {}}]}"#, 3,
        "sla.policies[0].name", #"two policies are called "a""#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "when": "status:opn"}]}"#, 3,
        "sla.policies[0].when", "not a filter: status:opn"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "when": "tag:vip sort:due"}]}"#, 3,
        "sla.policies[0].when", "a condition has no order: sort:due"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "when": "(-is:overdue or due:today)"}]}"#, 3,
        "sla.policies[0].when", "a policy cannot ask for the clocks that it makes: is:overdue"
      ),
      (
        "{\"policies\": [{\"name\": \"a\", \"targets\": {}, \"categories\":\n{\"a/b\": {\"lo\": {}}}}]}",
        4, "sla.policies[0].categories.a/b.lo",
        #"no priority is called "lo"; did you mean "low"?"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "categories": {"A/b": {}, "a/b/": {}}}]}"#, 3,
        "sla.policies[0].categories.a/b/", #"the category "a/b" has targets already"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "categories": {"/": {}}}]}"#, 3,
        "sla.policies[0].categories./", "a category such as billing/refunds should be here"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "escalate": {"team": ""}}]}"#, 3,
        "sla.policies[0].escalate.team", "a text is missing here"
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "escalate": {"tag": "so late"}}]}"#, 3,
        "sla.policies[0].escalate.tag",
        #""so late" is no tag: letters, digits, - _ . / (at most 50)"#
      ),
      (
        #"{"policies": [{"name": "a", "targets": {}, "escalate": {}}]}"#, 3,
        "sla.policies[0].escalate",
        "an escalation does at least one of: team, priority, agent, tag, notify"
      ),
    ])
  func mistake(sla: String, line: Int, field: String, reason: String) {
    var error = #expect(throws: SettingsError.self) { try settings(sla) }
    error?.known = []
    error?.filter = nil
    #expect(
      error == SettingsError(file: "support.json", line: line, field: field, reason: reason))
  }

  @Test("Everything that a policy may say is read")
  func whole() throws {
    let sla = try settings(
      #"""
      {"policies": [{"name": "gold", "when": "customer.tier:gold", "calendar": "24x7",
        "targets": {"Medium": {"first_response": "15m", "next_response": "30m",
                               "resolution": "1d12h"}},
        "categories": {"Billing/Refunds": {"urgent": {"resolution": "2h"}}},
        "warn_at": 0.5, "pause_in": ["waiting-for-customer"], "pause_first_response": true,
        "escalate": {"team": "tier-2", "priority": "urgent", "agent": "ada", "tag": "late",
                     "notify": ["ada", "tier-2"]}}]}
      """#
    ).sla
    var gold = SLAPolicy(
      name: "gold",
      targets: [
        "normal": SLATargets(
          firstResponse: .minutes(15), nextResponse: .minutes(30), resolution: .hours(36))
      ])
    gold.when = "customer.tier:gold"
    gold.categories = ["billing/refunds": ["urgent": SLATargets(resolution: .hours(2))]]
    gold.warnAt = 0.5
    gold.pauseIn = ["pending"]
    gold.pausesFirstResponse = true
    var escalation = SLAEscalation()
    (escalation.team, escalation.priority, escalation.agent) = ("tier-2", "urgent", "ada")
    (escalation.tag, escalation.notify) = ("late", ["ada", "tier-2"])
    gold.escalation = escalation
    #expect(sla.policies == [gold])
  }

  @Test("A desk that says nothing has the default policy; an empty list promises nothing")
  func defaults() throws {
    #expect(try settings("{}").sla == .standard)
    #expect(try settings(#"{"policies": []}"#).sla.policies.isEmpty)
    let high = SLASettings.standard.policies.first?.targets["high"]
    #expect(high == SLATargets(firstResponse: .hours(2), resolution: .hours(24)))
    let clocks = SLARules(DeskSettings(), at: try clockTime("13:00")).clocks(
      of: try SLAStory("10:00 high, 11:00 replies, 12:00 asks").ticket, customers: { _ in nil })
    #expect(clocks?.nextResponse == nil)
    #expect(summary(clocks?.firstResponse) == "met after 1h, due 12:00")
  }
}
