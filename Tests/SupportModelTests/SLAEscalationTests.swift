import Testing

@testable import SupportModel

/// What a breach leads to. Targets of `normal`: 4h, 2h, 48h; of `urgent`: 1h, 30m, 8h.
struct SLAEscalationTests {
  private static let staff = Staff(
    [
      Agent(handle: "ada", teams: ["tier-1"]), Agent(handle: "ben", teams: ["tier-2", "tier-3"]),
      Agent(handle: "vic", role: .viewer, teams: ["tier-2"]),
    ], inactive: ["tier-3"])

  private func rules(_ policies: [SLAPolicy], _ now: String) throws -> SLARules {
    var settings = DeskSettings()
    settings.sla = SLASettings(policies: policies)
    return SLARules(settings, at: try clockTime(now))
  }

  private func policy(
    _ name: String = "test", when: String? = nil, _ change: (inout SLAEscalation) -> Void
  ) -> SLAPolicy {
    var policy = SLAPolicy.test
    policy.name = name
    policy.when = when
    var escalation = SLAEscalation()
    change(&escalation)
    policy.escalation = escalation
    return policy
  }

  private func check(
    _ story: SLAStory, _ policies: [SLAPolicy], _ now: String
  ) throws -> SLACheckedTicket {
    SLACheckedTicket(
      try story.ticket, try rules(policies, now), .standard, Self.staff, customers: { _ in nil })
  }

  private func summary(_ checked: SLACheckedTicket) -> String {
    checked.findings.map { "\($0.clock.kind.rawValue) \($0.level) \(clockText($0.at))" }
      .joined(separator: ", ")
  }

  /// Writes what a check found, as the log would have it.
  private func log(
    _ story: inout SLAStory, _ policies: [SLAPolicy], _ now: String
  ) throws -> String {
    let checked = try check(story, policies, now)
    for finding in checked.findings { story.fold(finding.draft, at: try clockTime(now)) }
    return summary(checked)
  }

  @Test("One event hands the ticket over, raises it, tags it, and says whom to tell")
  func event() throws {
    let policy = policy {
      $0.team = "tier-2"
      $0.priority = "urgent"
      $0.tag = "late"
      $0.notify = ["ben", "tier-1"]
    }
    let checked = try check(SLAStory("10:00 normal"), [policy], "14:30")
    #expect(
      summary(checked).hasPrefix("first_response breach 14:00, first_response escalation 14:00"))
    let draft = checked.findings[1].draft
    #expect(draft.type == .ticketEscalated)
    #expect(
      draft.patch.set
        == members([
          "team": "tier-2", "priority": "urgent",
          "sla.first_response.escalated_at": "2026-11-20T14:00:00.000Z",
        ]))
    #expect(draft.patch.add == members(["tags": ["late"]]))
    #expect(draft.patch.from == members(["priority": "normal"]))
    #expect(
      draft.meta
        == members([
          "clock": "first_response", "policy": "test",
          "reason": "the time for the first response ran out", "notify": ["ben", "tier-1"],
        ]))
    #expect(checked.ticket.team == "tier-2")
  }

  @Test(
    "Who has the ticket afterwards",
    arguments: [
      (nil, "tier-2", nil, nil), ("ada", "tier-2", nil, nil), ("ben", "tier-2", nil, "ben"),
      ("ada", "tier-2", "ben", "ben"), ("ada", nil, "ben", "ben"), ("ben", "tier-2", "ada", "ada"),
      // Who is not there gets nothing, and nobody loses the ticket for it.
      ("ada", "tier-9", nil, "ada"), ("ada", nil, "bo", "ada"), ("ada", nil, "vic", "ada"),
      ("gone", "tier-2", nil, nil),
      // A team that takes no tickets gets none, and who was to get it with the team still does.
      ("ada", "tier-3", nil, "ada"), ("ada", "tier-3", "ben", "ben"),
    ] as [(String?, String?, String?, String?)])
  func handover(assignee: String?, team: String?, agent: String?, expected: String?) throws {
    var story = try SLAStory("10:00 normal")
    let before = assignee.map { Patch(set: members(["assigned_to": .string($0)])) } ?? Patch()
    story.fold(.ticketAssigned, before, at: try clockTime("10:01"))
    let policy = policy {
      $0.team = team
      $0.agent = agent
    }
    let checked = try check(story, [policy], "15:00")
    #expect(checked.ticket.assignee == expected)
    #expect(checked.ticket.team == (team == "tier-2" ? team : nil))
    let leftOut: [String: RuleFault] = [
      "tier-9": .unknown(kind: "team", name: "tier-9"),
      "tier-3": .refused(.inactive(kind: "team", name: "tier-3")),
      "bo": .unknown(kind: "agent", name: "bo"), "vic": .viewer("vic"),
    ]
    let faults = [team, agent].compactMap { leftOut[$0 ?? ""] }
    #expect(checked.findings[1].leftOut == faults)
    let names = [team.map { "team \($0)" }, agent.map { "agent \($0)" }].compactMap(\.self)
    let told = checked.findings[1].draft.meta["left_out"]?.strings ?? []
    #expect(told == names.filter { leftOut[String($0.split(separator: " ")[1])] != nil })
  }

  @Test("A priority is raised, never lowered")
  func raising() throws {
    for (before, after) in [("normal", "high"), ("urgent", "urgent")] {
      let checked = try check(
        SLAStory("10:00 \(before)"), [policy { $0.priority = "high" }], "14:30")
      #expect(checked.ticket.priority == after)
    }
  }

  @Test(
    "Each breach is escalated once, and a look at the same time finds nothing",
    arguments: [
      (["14:00"], "first_response breach 14:00, first_response escalation 14:00"),
      (["14:00", "15:00"], ""),
      (["14:00", "58:00"], "resolution breach 58:00, resolution escalation 58:00"),
    ])
  func once(times: [String], last: String) throws {
    var story = try SLAStory("10:00 normal")
    var found = ""
    let policies = [policy { $0.team = "tier-2" }]
    for time in times.map({ $0.dropLast(2) + "30" }) {
      found = try log(&story, policies, String(time))
      #expect(try log(&story, policies, String(time)) == "")
    }
    #expect(found == last)
  }

  @Test("What a person decides after an escalation stands")
  func undone() throws {
    var story = try SLAStory("10:00 normal")
    let policies = [policy { $0.priority = "urgent" }]
    _ = try log(&story, policies, "14:30")
    story.fold(
      .ticketUpdated, Patch(set: members(["priority": "normal"])), at: try clockTime("14:40"))
    #expect(try log(&story, policies, "15:00") == "")
    #expect(try story.ticket.priority == "normal")
  }

  @Test("Nothing is escalated where the answer came in the end, nor on a warning")
  func answered() throws {
    let policies = [policy { $0.team = "tier-2" }]
    #expect(
      summary(try check(SLAStory("10:00 normal, 15:00 replies"), policies, "16:00"))
        == "first_response breach 14:00")
    #expect(
      summary(try check(SLAStory("10:00 normal"), policies, "13:30"))
        == "first_response warning 13:12")
  }

  @Test("A raised priority brings its targets at once: what is late by them is told now, once")
  func shortened() throws {
    var story = try SLAStory("10:00 normal, 11:00 replies, 12:00 asks, 13:00 replies")
    let policies = [policy { $0.priority = "urgent" }]
    // 48 hours until the resolution are 8 once the next wait is late.
    #expect(try log(&story, policies, "20:00") == "")
    try story.tell("asks", at: clockTime("20:10"))
    #expect(
      try log(&story, policies, "22:30")
        == "next_response breach 22:10, next_response escalation 22:10, "
        + "resolution breach 18:00, resolution escalation 18:00")
    #expect(try log(&story, policies, "99:00") == "")
  }

  @Test("A check that comes late writes what checks in time would have written")
  func late() throws {
    let policies = [policy { $0.priority = "urgent" }]
    var (often, once) = (try SLAStory("10:00 normal"), try SLAStory("10:00 normal"))
    for hour in 10...99 { _ = try log(&often, policies, "\(hour):30") }
    #expect(
      try log(&once, policies, "99:30")
        == "first_response breach 14:00, first_response escalation 14:00, "
        + "resolution breach 18:00, resolution escalation 18:00")
    func facts(_ story: SLAStory) throws -> [String?] {
      ["first_response", "resolution"].flatMap { clock in
        ["breached_at", "escalated_at"].map {
          story.document?.value(at: "sla.\(clock).\($0)")?.string
        }
      } + [try story.ticket.priority]
    }
    #expect(try facts(often) == facts(once))
  }

  @Test(
    "Two clones that both checked agree, and a check after the merge finds nothing",
    arguments: [("14:01", "14:05"), ("14:01", "40:00"), ("40:00", "14:01")])
  func merged(left: String, right: String) throws {
    let policies = [
      policy {
        $0.team = "tier-2"
        $0.priority = "urgent"
      }
    ]
    var merged = try SLAStory("10:00 normal")
    let checks = try [left, right].map { try check(merged, policies, $0).findings }
    for finding in checks.joined() { merged.fold(finding.draft, at: try clockTime("40:00")) }
    let last = max(left, right)
    #expect(try log(&merged, policies, last) == "")
    #expect(merged.document?.value(at: "team") == "tier-2")
  }

  @Test("Policies that hand a ticket to and fro come to an end")
  func pingPong() throws {
    var slow = policy("slow", when: "team:tier-2") { $0.team = "tier-1" }
    slow.targets["normal"] = SLATargets(firstResponse: .hours(6), resolution: .hours(5))
    let fast = policy("fast") { $0.team = "tier-2" }
    var story = try SLAStory("10:00 normal")
    #expect(
      try log(&story, [slow, fast], "99:00")
        == "first_response breach 14:00, first_response escalation 14:00, "
        + "resolution breach 15:00, resolution escalation 15:00, "
        + "resolution breach 58:00, resolution escalation 58:00, "
        + "first_response breach 16:00, first_response escalation 16:00")
    #expect(try log(&story, [slow, fast], "99:00") == "")
    #expect(try log(&story, [slow, fast], "9999:00") == "")
  }
}
