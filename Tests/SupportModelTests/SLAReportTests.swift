import Testing

@testable import SupportModel

struct SLAReportTests {
  @Test(
    "The percentile is the number at the nearest rank",
    arguments: [
      ([], 50, nil), ([7], 50, 7), ([7], 90, 7), ([2, 1], 50, 1), ([3, 1, 2], 50, 2),
      ([4, 3, 2, 1], 50, 2), (Array(1...10), 90, 9), (Array(1...11), 90, 10),
      ([15, 20, 35, 40, 50], 30, 20), ([1, 2, 3], 100, 3), ([1, 2, 3], 0, 1),
    ] as [([Int], Int, Int?)])
  func percentile(numbers: [Int], percent: Int, expected: Int?) {
    #expect(nearestRank(percent, of: numbers) == expected)
  }

  private func report(since: String? = nil, until: String? = nil) throws -> SLAReport {
    let stories = [
      "08:00 normal, 09:00 replies, 10:00 resolved", "09:00 normal, 14:00 replies, 18:00 closed",
      "10:00 normal", "10:00 urgent", "11:00 low",
    ]
    var report = SLAReport(
      by: .priority, since: try since.map(clockTime), until: try until.map(clockTime),
      order: ["urgent", "normal"], namesTickets: true)
    for text in stories {
      let story = try SLAStory(text)
      report.add(SLACase(try story.ticket, try story.clocks("13:00")))
    }
    return report
  }

  private func summary(_ row: SLAReportRow) -> String {
    let first = row.firstResponse
    return "\(row.name): \(row.tickets.count), \(first.met.count) met, "
      + "\(first.breached.count) breached, \(first.pending.count) pending"
  }

  @Test("Rows stand in the order asked for, and what is not yet due counts as neither")
  func rows() throws {
    let report = try report()
    // At 13:00 the reply that claims to be of 14:00 counts as of now.
    #expect(
      report.rows.map(summary) == [
        "urgent: 1, 0 met, 1 breached, 0 pending", "normal: 3, 2 met, 0 breached, 1 pending",
        "low: 1, 0 met, 0 breached, 0 pending",
      ])
    #expect(summary(report.overall) == "overall: 5, 2 met, 1 breached, 1 pending")
  }

  @Test(
    "The period is half open: from since up to until",
    arguments: [
      ("09:00", "10:00", "overall: 1, 1 met, 0 breached, 0 pending"),
      ("08:00", "10:00", "overall: 2, 2 met, 0 breached, 0 pending"),
      ("12:00", nil, "overall: 0, 0 met, 0 breached, 0 pending"),
    ] as [(String, String?, String)])
  func period(since: String, until: String?, expected: String) throws {
    #expect(try summary(report(since: since, until: until).overall) == expected)
  }

  @Test("The JSON has the figures and the tickets behind them")
  func json() throws {
    let json = try report(until: "09:30").json
    let id: JSON = .string(storyID.description)
    let firstResponse: JSON = [
      "measured": 2, "met": 2, "breached": 0, "pending": 0, "compliance": .number(1),
      "median_seconds": 3600, "p90_seconds": 14400, "met_tickets": [id, id],
    ]
    #expect(json["until"] == "2026-11-20T09:30:00.000Z")
    #expect(json["rows"]?.array?.first?["priority"] == "normal")
    #expect(json["overall"]?["first_response"] == firstResponse)
    #expect(json["overall"]?["ticket_ids"] == [id, id])
    #expect(SLAFigures().json == ["measured": 0, "met": 0, "breached": 0, "pending": 0])
  }
}
