import Testing

@testable import SupportModel

struct SLAOutcomeTests {
  private let story =
    "10:00 normal, 11:00 replies, 12:00 asks, 15:00 replies, 16:00 pending, 18:00 resolved"

  @Test("An outcome is frozen as JSON and read back")
  func roundTrip() throws {
    let outcome = SLAOutcome(try SLAStory(story).clocks("99:00"))
    #expect(
      outcome.json == [
        "policy": "test",
        "first_response": [
          "due_at": "2026-11-20T14:00:00.000Z", "met_at": "2026-11-20T11:00:00.000Z",
          "breached": false, "elapsed_seconds": 3600, "target_seconds": 14400,
        ],
        "next_responses": [
          [
            "due_at": "2026-11-20T14:00:00.000Z", "met_at": "2026-11-20T15:00:00.000Z",
            "breached": true, "elapsed_seconds": 10800, "target_seconds": 7200,
          ]
        ],
        "resolution": [
          "due_at": "2026-11-22T12:00:00.000Z", "met_at": "2026-11-20T18:00:00.000Z",
          "breached": false, "elapsed_seconds": 21600, "target_seconds": 172800,
        ],
      ])
    #expect(outcome.json.object.flatMap(SLAOutcome.init) == outcome)
  }

  @Test("A ticket that was reopened has its first resolution beside the last")
  func reopened() throws {
    let story = "10:00 normal, 11:00 replies, 12:00 resolved, 15:00 open, 16:00 resolved"
    let outcome = SLAOutcome(try SLAStory(story).clocks("99:00"))
    #expect(
      outcome.json["first_resolution"] == [
        "due_at": "2026-11-22T10:00:00.000Z", "met_at": "2026-11-20T12:00:00.000Z",
        "breached": false, "elapsed_seconds": 7200, "target_seconds": 172800,
      ])
    // The three hours in between do not count.
    #expect(outcome.resolution?.elapsedSeconds == 10800)
    #expect(outcome.json.object.flatMap(SLAOutcome.init) == outcome)
  }

  @Test("A ticket that is done keeps its outcome when the policy changes; a reopened one does not")
  func frozen() throws {
    var story = try SLAStory(story)
    let outcome = SLAOutcome(try story.clocks("18:00"))
    let at = try clockTime("18:00")
    story.fold(.ticketResolved, Patch(set: JSONObject([(SLAOutcome.path, outcome.json)])), at: at)
    let strict = SLAPolicy(
      name: "strict", targets: ["normal": SLATargets(firstResponse: .minutes(1))])
    #expect(try story.ticket.outcome(story.clocks("99:00", strict)) == outcome)
    #expect(try story.ticket.slaMembers(nil)["sla.policy"] == "test")
    try story.tell("open", at: at)
    #expect(try story.ticket.outcome(story.clocks("99:00", strict))?.policy == "strict")
  }

  @Test("The computed members of a ticket")
  func computedMembers() throws {
    let open = try SLAStory("10:00 normal, 15:00 replies, 16:00 asks")
    #expect(
      try open.ticket.slaMembers(open.clocks("17:00"))
        == members([
          "sla.policy": "test", "sla.response_due_at": "2026-11-20T14:00:00.000Z",
          "sla.next_response_due_at": "2026-11-20T18:00:00.000Z",
          "sla.resolution_due_at": "2026-11-22T10:00:00.000Z", "sla.response_breached": true,
          "sla.resolution_breached": false, "sla.paused": false,
          "sla_due_at": "2026-11-20T18:00:00.000Z", "sla_overdue": false,
        ]))
    let paused = try SLAStory("10:00 normal, 11:00 replies, 12:00 pending")
    #expect(
      try paused.ticket.slaMembers(paused.clocks("17:00"))
        == members([
          "sla.policy": "test", "sla.response_due_at": "2026-11-20T14:00:00.000Z",
          "sla.response_breached": false, "sla.resolution_breached": false, "sla.paused": true,
          "sla_overdue": false,
        ]))
    #expect(try open.ticket.slaMembers(nil) == members(["sla_overdue": false]))
  }
}
