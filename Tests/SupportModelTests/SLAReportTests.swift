import Testing

@testable import SupportModel

struct SLAReportTests {
  @Test(
    "The percentile is the number at the nearest rank",
    arguments: [
      ([7], 50, 7), ([7], 90, 7), ([2, 1], 50, 1), ([3, 1, 2], 50, 2), ([4, 3, 2, 1], 50, 2),
      (Array(1...10), 90, 9), (Array(1...11), 90, 10), ([15, 20, 35, 40, 50], 30, 20),
      ([1, 2, 3], 100, 3), ([1, 2, 3], 0, 1),
    ] as [([Int], Int, Int)])
  func percentile(numbers: [Int], percent: Int, expected: Int) {
    #expect(numbers.sorted()[nearestRank(percent, of: numbers.count)] == expected)
  }

  @Test("The spread is what sorting would find", arguments: 0..<300)
  func spread(seed: Int) {
    var random = FilterRandom(state: UInt64(seed))
    // Few values over many places make equal ones, and seeds without any order sorted lists.
    let values = 0...(seed % 3 == 0 ? 5 : 1000)
    var numbers = (0..<seed).map { _ in Int.random(in: values, using: &random) }
    if seed % 4 == 1 { numbers.sort() }
    if seed % 4 == 2 { numbers.sort(by: >) }
    let sorted = numbers.sorted()
    let spread = SLASpread(numbers)
    #expect(spread?.median == (sorted.isEmpty ? nil : sorted[(seed + 1) / 2 - 1]))
    #expect(spread?.p90 == (sorted.isEmpty ? nil : sorted[(seed * 9 + 9) / 10 - 1]))
    #expect(spread?.worst == sorted.last)
  }

  private func report(since: String? = nil, until: String? = nil) throws -> SLAReport {
    let stories = [
      "08:00 normal, 09:00 replies, 10:00 resolved", "09:00 normal, 14:00 replies, 18:00 closed",
      "10:00 normal", "10:00 urgent", "11:00 low",
    ]
    let period = SLAPeriod(since: try since.map(clockTime), until: try until.map(clockTime))
    var report = SLAReport(
      by: .priority, period: period, order: .listed(["urgent", "normal"]), explains: true)
    for text in stories {
      let story = try SLAStory(text)
      report.add(SLACase(try story.ticket, try story.clocks("13:00")))
    }
    return report
  }

  private func summary(_ row: SLAReportRow) -> String {
    let first = row[.firstResponse]
    return "\(row.name): \(row.tickets), \(first.met) met, "
      + "\(first.breached) breached, \(first.pending) pending"
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

  @Test("The JSON has the figures, and the clocks behind them where they are asked for")
  func json() throws {
    let json = try report(until: "09:30").json
    let id: JSON = .string(storyID.description)
    let clocks: JSON = [
      [
        "id": id, "result": "met", "due_at": "2026-11-20T13:00:00.000Z",
        "met_at": "2026-11-20T13:00:00.000Z", "elapsed_seconds": 14400, "target_seconds": 14400,
        "marks": ["p90", "worst"],
      ],
      [
        "id": id, "result": "met", "due_at": "2026-11-20T12:00:00.000Z",
        "met_at": "2026-11-20T09:00:00.000Z", "elapsed_seconds": 3600, "target_seconds": 14400,
        "marks": ["median"],
      ],
    ]
    let firstResponse: JSON = [
      "measured": 2, "met": 2, "breached": 0, "pending": 0, "compliance": .number(1),
      "median_seconds": 3600, "p90_seconds": 14400, "worst_seconds": 14400, "clocks": clocks,
    ]
    #expect(json["until"] == "2026-11-20T09:30:00.000Z")
    #expect(json["rows"]?.array?.first?["priority"] == "normal")
    #expect(json["overall"]?["first_response"] == firstResponse)
    #expect(json["overall"]?["ticket_ids"] == [id, id])
    #expect(json["overall"]?["first_resolution"] == nil)
    #expect(
      SLAFigures().json == members(["measured": 0, "met": 0, "breached": 0, "pending": 0]))
  }

  @Test(
    "A compliance is rounded, but never to all or nothing where that is not so",
    arguments: [
      (0, 0, nil), (1, 0, 1000), (0, 1, 0), (1, 1, 500), (2, 1, 667), (1, 2, 333), (19, 1, 950),
      (9999, 1, 999), (1, 9999, 1), (2, 1998, 1), (1, 7, 125),
    ] as [(Int, Int, Int?)])
  func compliance(met: Int, late: Int, thousandths: Int?) {
    var figures = SLAFigures()
    for place in 0..<(met + late) { figures.add(.sample(seconds: 1, isBreached: place >= met)) }
    #expect(figures.compliance(in: 1000) == thousandths)
  }

  @Test(
    "Rows follow in the order asked for, equal ones by name",
    arguments: [
      (.name, ["a", "b", "c", "d"]), (.tickets, ["c", "a", "b", "d"]),
      (.late, ["d", "a", "b", "c"]),
      (.listed(["b", "d"]), ["b", "d", "a", "c"]),
    ] as [(SLARowOrder, [String])])
  func order(order: SLARowOrder, names: [String]) {
    var report = SLAReport(by: .team, order: order)
    for team in ["b", "c", "a", "c", "d"] {
      var ticket = SLACase(
        id: storyID, createdAt: Instant(storyID.date), priority: "high", team: team)
      ticket.outcome = .sample(resolution: .sample(seconds: 9, isBreached: team == "d"))
      report.add(ticket)
    }
    #expect(report.rows.map(\.name) == names)
  }

  @Test("Without a wish priorities follow by rank, times as they came, others by tickets")
  func naturalOrder() {
    func natural(_ by: SLADimension) -> SLARowOrder { SLARowOrder(natural: by, .standard) }
    #expect(
      natural(.priority) == .listed(["critical", "urgent", "high", "normal", "low"]))
    #expect(natural(.week) == .name)
    #expect(natural(.customer) == .tickets)
  }

  @Test("The first resolution stands beside the last where a ticket was reopened")
  func reopened() {
    var report = SLAReport(by: .priority)
    var ticket = SLACase(id: storyID, createdAt: Instant(storyID.date), priority: "high")
    ticket.outcome = .sample(resolution: .sample(seconds: 10))
    report.add(ticket)
    #expect(report.overall.clocks == [.firstResponse, .nextResponse, .resolution])
    ticket.outcome = .sample(resolution: .sample(seconds: 90, isBreached: true))
    ticket.outcome?.firstResolution = .sample(seconds: 20)
    report.add(ticket)
    let overall = report.overall
    #expect(overall.reopened == 1)
    #expect(overall.clocks.last == .firstResolution)
    #expect(overall[.resolution].breached == 1)
    #expect(overall[.resolution].spread?.worst == 90)
    // The ticket that was not reopened counts in both.
    #expect(overall[.firstResolution].met == 2)
    #expect(overall[.firstResolution].spread?.worst == 20)
  }
}

extension SLAMeasurement {
  /// A clock that stopped after so many seconds.
  static func sample(seconds: Int, isBreached: Bool = false) -> SLAMeasurement {
    SLAMeasurement(
      metAt: Instant(storyID.date), isBreached: isBreached, elapsedSeconds: seconds,
      targetSeconds: 60)
  }
}

extension SLAOutcome {
  static func sample(resolution: SLAMeasurement) -> SLAOutcome {
    SLAOutcome(policy: "test", resolution: resolution)
  }
}
