import Testing

@testable import SupportModel

/// Documents that do not agree with themselves. Targets of `normal`: 4h, 2h, 48h.
struct SLASkewTests {
  @Test(
    "Clocks of replicas that differ never make time run backwards",
    arguments: [
      // A reply and a pause that claim to be older than the ticket.
      (
        "10:00 normal, 09:00 replies", "11:00", "met after 0s, due 14:00",
        "running after 1h, due 58:00"
      ),
      ("10:00 normal, 09:00 pending", "11:00", "running after 1h, due 14:00", "paused after 0s"),
      // A pause that ends before it began counts nothing.
      (
        "10:00 normal, 12:00 pending, 11:00 open", "13:00", "running after 3h, due 14:00",
        "running after 3h, due 58:00"
      ),
      // What claims to be in the future counts as now; so does a ticket's creation.
      (
        "10:00 normal, 99:00 replies, 99:00 resolved", "11:00", "met after 1h, due 14:00",
        "met after 1h, due 58:00"
      ),
      ("10:00 normal", "09:00", "running after 0s, due 13:00", "running after 0s, due 57:00"),
      (
        "10:00 normal, 12:00 pending, 12:00 pending, 12:00 open", "13:00",
        "running after 3h, due 14:00", "running after 3h, due 58:00"
      ),
      // A pause of a fast clock, ended by a right one.
      (
        "10:00 normal, 15:00 pending, 12:00 open", "13:00", "running after 3h, due 14:00",
        "running after 3h, due 58:00"
      ),
      // Two replicas ended the work, neither knowing of the other.
      (
        "10:00 normal, 12:00 resolved, 11:30 closed", "13:00", "met after 2h, due 14:00",
        "met after 2h, due 58:00"
      ),
      // A question of a slow clock follows the answer that it was asked after.
      (
        "10:00 normal, 13:00 replies, 12:00 asks", "14:00", "met after 3h, due 14:00",
        "running after 4h, due 58:00"
      ),
    ])
  func skew(story: String, now: String, firstResponse: String, resolution: String) throws {
    let clocks = try SLAStory(story).clocks(now)
    #expect(summary(clocks.firstResponse) == firstResponse)
    #expect(summary(clocks.resolution) == resolution)
    #expect(clocks.all.allSatisfy { $0.elapsed >= .zero })
  }

  @Test("A question asked by a slow clock waits since the answer before it")
  func slowQuestion() throws {
    let clocks = try SLAStory("10:00 normal, 13:00 replies, 12:00 asks").clocks("14:00")
    #expect(summary(clocks.nextResponse) == "running after 1h, due 15:00")
  }

  @Test("The recorded first response counts where the thread lacks it, and where it is earlier")
  func recordedFirstResponse() throws {
    var story = try SLAStory("10:00 normal, 13:00 replies, 15:00 asks")
    let at = try clockTime("11:00").description
    story.fold(
      .ticketUpdated, Patch(set: members(["first_response_at": .string(at)])),
      at: try clockTime("13:00"))
    let clocks = try story.clocks("16:00")
    #expect(summary(clocks.firstResponse) == "met after 1h, due 14:00")
    #expect(summary(clocks.nextResponse) == "running after 1h, due 17:00")
  }

  @Test("A status that the timeline lacks still counts")
  func statusWithoutTimeline() throws {
    var story = try SLAStory("10:00 normal, 11:00 replies")
    let at = try clockTime("13:00")
    story.fold(.ticketClosed, Patch(set: members(["status": "closed"])), at: at)
    #expect(try summary(story.clocks("99:00").resolution) == "met after 3h, due 58:00")
  }
}
