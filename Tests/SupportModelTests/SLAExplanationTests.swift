import Testing

@testable import SupportModel

struct SLAExplanationTests {
  @Test("The lines add up to what each clock shows, to the millisecond", arguments: 0..<20)
  func sums(seed: UInt64) throws {
    var random = FilterRandom(state: seed + 7000)
    let start = try instant(pick(RandomCalendar.moments, &random)) + .hours(Int(seed % 24))
    var settings = DeskSettings()
    settings.sla = SLASettings(policies: [.test])
    settings.sla.policies[0].calendar = "random"
    settings.sla.calendars["random"] = try RandomCalendar(around: start, &random).calendar
    for _ in 0..<40 {
      settings.sla.policies[0].pausesFirstResponse = Bool.random(using: &random)
      let story = try RandomStory(from: start, minutes: 9000, jitter: true, &random)
      let now = start + .minutes(story.now + 1)
      let explanation = SLAExplanation(
        try story.told.ticket, story.told.events, settings, at: now, customers: { _ in nil })
      let clocks = SLARules(settings, at: now)
        .clocks(of: try story.told.ticket, customers: { _ in nil })
      let shown = explanation.clocks.filter { !$0.isFirstResolution }.map(\.clock)
      #expect(shown == clocks?.all)
      for clock in explanation.clocks { check(clock, "\(story.acts), now \(story.now)") }
    }
  }

  /// Adds the lines up as a reader would.
  private func check(_ explanation: SLAClockExplanation, _ story: String) {
    let clock = explanation.clock
    var sum = TimeSpan.zero
    var at = clock.startedAt
    var due: TimeSpan?
    var warned: TimeSpan?
    var end: TimeSpan?
    for step in explanation.steps {
      switch step {
      case .open(_, let from, let to, let shown, let isAhead):
        #expect(at <= from && from < to, "\(story)")
        sum = sum + (to - from)
        at = to
        #expect(shown == sum, "\(story)")
        #expect(isAhead == (end != nil), "\(story)")
      case .rest(let stay, let by):
        #expect(at <= stay.from && by != nil, "\(story)")
        at = stay.to ?? stay.from
      case .holiday: break
      case .mark(let mark):
        switch mark.reason {
        case .warning: warned = sum
        case .due: due = sum
        case .answered, .done, .now: end = sum
        case .opened, .asked, .changed: break
        }
      }
    }
    #expect(end == clock.elapsed, "\(story)")
    let isPast = clock.dueAt.map { $0 <= clock.stoppedAt ?? .latest } ?? false
    if clock.state == .running || clock.isBreached { #expect(due == clock.target, "\(story)") }
    #expect(due == nil || isPast, "\(story)")
    if let warned { #expect(warned.milliseconds == clock.target.milliseconds * 4 / 5, "\(story)") }
  }

  private func explain(
    _ story: String, _ now: String, _ policies: String, customer: JSONObject? = nil
  ) throws -> SLAExplanation {
    let settings = try DeskSettings(
      file: "support.json",
      bytes: Array("{\"format\": 1, \"sla\": {\"policies\": [\(policies)]}}".utf8))
    let story = try SLAStory(story)
    return SLAExplanation(
      try story.ticket, story.events, settings, at: try clockTime(now),
      customers: { _ in customer })
  }

  private static let gold =
    "{\"name\": \"gold\", \"when\": \"customer.tier:gold priority:>=high\", \"targets\": {\"urgent\": {\"resolution\": \"2h\"}}}"
  private static let rest =
    "{\"name\": \"rest\", \"targets\": {\"normal\": {\"first_response\": \"4h\", \"resolution\": \"8h\"}}}"

  @Test("Of the policies before the one that applies, the first condition that fails is told")
  func trials() throws {
    let story = "10:00 normal"
    let poor = try explain(story, "11:00", "\(Self.gold), \(Self.rest)")
    #expect(poor.trials.map(\.failed) == ["customer.tier:gold", nil])
    #expect(poor.policy?.name == "rest")
    let rich = try explain(
      story, "11:00", "\(Self.gold), \(Self.rest)", customer: members(["tier": "gold"]))
    #expect(rich.trials.map(\.failed) == ["priority:>=high", nil])
    let none = try explain(story, "11:00", Self.gold)
    #expect(none.policy == nil && none.clocks.isEmpty && none.trials.count == 1)
  }

  @Test("Who opened, answered, paused and resolved it is told, and what moved the target")
  func authors() throws {
    let told = try explain(
      "10:00 normal, 10:30 urgent, 11:00 normal, 11:30 ben-replies, 12:00 pending, 13:00 open, 14:00 resolved",
      "20:00", "\(Self.gold), \(Self.rest)", customer: members(["tier": "gold"]))
    let resolution = try #require(told.clocks.last)
    #expect(
      resolution.steps.compactMap { step -> String? in
        switch step {
        case .mark(let mark):
          guard case .changed(let change) = mark.reason else {
            return "\(clockText(mark.at)) \(mark.reason) \(mark.by?.description ?? "")"
          }
          let field = change.fields.first
          return
            "\(clockText(mark.at)) \(field?.name ?? "") \(field?.before ?? "") \(field?.after ?? "")"
            + " \(change.after.policy ?? ""): \(change.after.targets.resolution?.description ?? "")"
        case .rest(let stay, let by):
          return "\(clockText(stay.from)) \(stay.status) \(by?.description ?? "")"
        case .open, .holiday: return nil
        }
      } == [
        "10:00 opened customer:bob@example.com", "10:30 priority normal urgent gold: 2h",
        "11:00 priority urgent normal rest: 8h", "12:00 pending agent:ada",
        "14:00 done(status: \"resolved\") agent:ada",
      ])
    #expect(told.clocks.first?.stop?.by == .agent("ben"))
  }

  @Test("What was recorded is told with whether today's settings give the same")
  func recorded() throws {
    var story = try SLAStory("10:00 normal, 11:00 replies, 12:00 resolved")
    let at = try clockTime("12:00")
    var settings = DeskSettings()
    settings.sla = SLASettings(policies: [.test])
    let outcome = SLAOutcome(try story.clocks("12:00"))
    story.fold(.ticketResolved, Patch(set: JSONObject([(SLAOutcome.path, outcome.json)])), at: at)
    func explained() throws -> SLAExplanation {
      SLAExplanation(try story.ticket, story.events, settings, at: at, customers: { _ in nil })
    }
    #expect(try explained().recorded == outcome && !explained().differs)
    settings.sla.policies[0].targets["normal"]?.resolution = .hours(1)
    #expect(try explained().recorded == outcome && explained().differs)
    settings.sla.policies = []
    #expect(try explained().recorded == outcome && explained().differs)
    try story.tell("open", at: at)
    #expect(try explained().recorded == nil)
  }
}
