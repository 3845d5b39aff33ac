import Testing

@testable import SupportModel

/// Targets of `normal`: 4h, 2h, 48h; of `urgent`: 1h, 30m, 8h. Warnings at 80 percent.
struct SLACheckTests {
  private func check(_ story: SLAStory, _ now: String) throws -> [SLAFinding] {
    SLACheck.findings(try story.ticket, try story.clocks(now))
  }

  private func summary(_ findings: [SLAFinding]) -> String {
    findings.map { "\($0.clock.kind.rawValue) \($0.level) \(clockText($0.at))" }
      .joined(separator: ", ")
  }

  @Test(
    "Each finding is logged once",
    arguments: [
      ("10:00 normal", "13:00", ""),
      ("10:00 normal", "13:12", "first_response warning 13:12"),
      ("10:00 normal", "14:00", "first_response warning 13:12"),
      // A breach found without an earlier warning logs just the breach.
      ("10:00 normal", "15:00", "first_response breach 14:00"),
      ("10:00 normal, 13:30 replies", "15:00", ""),
      ("10:00 normal, 15:00 replies", "16:00", "first_response breach 14:00"),
      ("10:00 normal", "99:00", "first_response breach 14:00, resolution breach 58:00"),
      ("10:00 normal, 11:00 replies, 12:00 asks", "13:40", "next_response warning 13:36"),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 15:00 replies, 16:00 asks", "19:00",
        "next_response breach 14:00, next_response breach 18:00"
      ),
      ("10:00 normal, 11:00 replies, 49:00 pending", "99:00", ""),
      ("10:00 normal, 11:00 replies, 59:00 pending", "99:00", "resolution breach 58:00"),
      ("10:00 normal, 59:00 closed", "99:00", ""),
    ])
  func once(text: String, now: String, expected: String) throws {
    var story = try SLAStory(text)
    let findings = try check(story, now)
    #expect(summary(findings) == expected)
    for finding in findings { story.fold(finding.draft, at: try clockTime(now)) }
    #expect(try check(story, now).isEmpty)
  }

  @Test("The event says which clock, and records the instant that the clock itself reached")
  func draft() throws {
    let finding = try #require(try check(SLAStory("10:00 normal"), "15:00").first)
    #expect(finding.draft.type == .ticketSLABreached)
    #expect(
      finding.draft.patch.set
        == members(["sla.first_response.breached_at": "2026-11-20T14:00:00.000Z"]))
    #expect(
      finding.draft.meta
        == members([
          "clock": "first_response", "due_at": "2026-11-20T14:00:00.000Z", "policy": "test",
        ]))
  }

  @Test("A clock that is missed anew says what it recorded before")
  func replaced() throws {
    var story = try SLAStory(
      "10:00 normal, 11:00 replies, 12:00 asks, 15:00 replies, 16:00 asks")
    let path = "sla.next_response.breached_at"
    let first = members([path: "2026-11-20T14:00:00.000Z"])
    story.fold(
      EventDraft(.ticketSLABreached, try story.ticket.key, Patch(set: first)),
      at: try clockTime("15:00"))
    let finding = try #require(try check(story, "19:00").first)
    #expect(finding.draft.patch.set == members([path: "2026-11-20T18:00:00.000Z"]))
    #expect(finding.draft.patch.from == first)
  }

  @Test("A warning is followed by its breach, and each wait of the customer counts by itself")
  func occurrences() throws {
    var story = try SLAStory("10:00 normal, 11:00 replies, 12:00 asks")
    func log(_ now: String) throws -> String {
      let findings = try check(story, now)
      for finding in findings { story.fold(finding.draft, at: try clockTime(now)) }
      return summary(findings)
    }
    #expect(try log("13:40") == "next_response warning 13:36")
    #expect(try log("15:00") == "next_response breach 14:00")
    for (word, at) in [(Actor.agent("ada"), "15:30"), (.customer("bob@example.com"), "16:00")] {
      let direction: JSON = word.isAgent ? "outbound" : "inbound"
      let message = members(["author": .string(word.description), "direction": direction])
      story.fold(.ticketMessageAdded, Patch(message: message), at: try clockTime(at))
    }
    #expect(try log("16:30") == "")
    #expect(try log("17:40") == "next_response warning 17:36")
    #expect(try log("18:10") == "next_response breach 18:00")
  }

  @Test("A deadline moved forward is not logged again; one moved back and missed anew is")
  func movedDeadline() throws {
    var story = try SLAStory("10:00 normal")
    func prioritise(_ priority: String, _ now: String) throws -> String {
      let at = try clockTime(now)
      for finding in try check(story, now) { story.fold(finding.draft, at: at) }
      story.fold(.ticketUpdated, Patch(set: members(["priority": .string(priority)])), at: at)
      return summary(try check(story, now))
    }
    #expect(try prioritise("urgent", "14:30") == "")
    #expect(try prioritise("normal", "14:40") == "")
    story = try SLAStory("10:00 urgent")
    #expect(try prioritise("normal", "11:30") == "")
    #expect(summary(try check(story, "15:00")) == "first_response breach 14:00")
  }
}
