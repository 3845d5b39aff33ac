import Testing

@testable import SupportModel

struct SLASimulationTests {
  private let strict = SLAPolicy(
    name: "strict",
    targets: [
      "normal": SLATargets(firstResponse: .minutes(30), resolution: .hours(100)),
      "urgent": SLATargets(firstResponse: .hours(3)),
    ])

  private func simulation(
    _ stories: [String], by dimension: SLADimension = .priority
  ) throws -> SLASimulation {
    var simulation = SLASimulation(SLAReport(by: dimension))
    for text in stories {
      let story = try SLAStory(text)
      let proposed = try story.clocks("99:00", strict)
      simulation.add(
        SLACase(try story.ticket, try story.clocks("99:00")), proposed: SLAOutcome(proposed))
    }
    return simulation
  }

  private func summary(_ change: SLADifference) -> String {
    let results = [change.from, change.to].map { $0?.result.rawValue ?? "none" }
    return "\(change.clock.rawValue)\(change.number.map { " \($0)" } ?? ""): "
      + results.joined(separator: " -> ") + (change.overSeconds.map { ", \($0)" } ?? "")
  }

  @Test(
    "A change is a clock that would be late and was not, or no longer",
    arguments: [
      ("10:00 normal, 11:00 replies, 18:00 resolved", ["first_response: met -> breached, 1800"]),
      ("10:00 urgent, 12:00 replies, 13:00 resolved", ["first_response: breached -> met, -3600"]),
      // Not promised any more.
      (
        "10:00 normal, 10:10 replies, 11:00 asks, 15:00 replies, 16:00 resolved",
        ["next_response 1: breached -> none"]
      ),
      ("10:00 normal, 10:10 replies, 11:00 asks, 12:00 replies, 16:00 resolved", []),
      // Open for 89 hours.
      ("10:00 normal, 10:10 replies", ["resolution: breached -> pending, -39600"]),
      ("10:00 low", []),
    ])
  func changes(story: String, expected: [String]) throws {
    #expect(try simulation([story]).changes.map(summary) == expected)
  }

  @Test("Both sides count the same tickets")
  func sides() throws {
    let stories = ["10:00 normal, 11:00 replies", "10:00 urgent, 12:00 replies", "10:00 low"]
    let simulation = try simulation(stories)
    #expect(simulation.overall.present[.firstResponse].met == 1)
    #expect(simulation.overall.present[.firstResponse].breached == 1)
    #expect(simulation.overall.proposed[.firstResponse].met == 1)
    #expect(simulation.overall.proposed[.firstResponse].breached == 1)
    for row in simulation.rows { #expect(row.present.tickets == row.proposed.tickets) }
    let changes = simulation.json["changes"]?.array
    #expect(changes?.count == simulation.changes.count)
    #expect(
      changes?.first?["from"] == [
        "result": "met", "due_at": "2026-11-20T14:00:00.000Z", "met_at": "2026-11-20T11:00:00.000Z",
        "elapsed_seconds": 3600, "target_seconds": 14400,
      ])
  }

  @Test("Under the policies that judged them tickets stay as they are", arguments: 1...6)
  func same(seed: UInt64) throws {
    let desk = try SLARandomDesk(seed: seed, count: 60)
    for dimension in SLADimension.allCases {
      var simulation = SLASimulation(SLAReport(by: dimension))
      for (ticket, clocks) in desk.tickets where ticket.slaOutcome == nil {
        simulation.add(SLACase(ticket, clocks), proposed: clocks.map { SLAOutcome($0) })
      }
      #expect(simulation.changes == [])
      #expect(simulation.present == simulation.proposed)
      #expect(simulation.overall.present.tickets > 30)
    }
  }

  @Test("A policy of one side alone has a row with nothing on the other")
  func policies() throws {
    let rows = try simulation(["10:00 normal"], by: .policy).rows
    #expect(rows.map(\.name) == ["test", "strict"])
    #expect(rows.map(\.present.tickets) == [1, 0])
    #expect(rows.map(\.proposed.tickets) == [0, 1])
  }
}

struct ProposedSettingsTests {
  private func propose(_ text: String) throws -> DeskSettings {
    try DeskSettings().proposing(
      file: "new.json", bytes: Array(text.utf8), zones: CalendarZones.all)
  }

  private let policies = #"[{"name": "new", "calendar": "24x7", "targets": {"low": {}}}]"#

  @Test("A file holds an object with sla, the list of policies alone, or a whole support.json")
  func shapes() throws {
    for text in [
      policies, " \n" + policies, "{\"policies\": \(policies), \"calendars\": {}}",
      "{\"sla\": {\"policies\": \(policies)}}",
      "{\"format\": 1, \"name\": \"Lamps\", \"sla\": {\"policies\": \(policies)}}",
    ] {
      let settings = try propose(text)
      #expect(settings.sla.policies.map(\.name) == ["new"], "\(text)")
      #expect(settings.name == DeskSettings().name)
    }
  }

  @Test("A whole support.json that does not say promises what is standard")
  func standard() throws {
    let own = try propose(policies)
    for text in [#"{"format": 1}"#, #"{"sla": {}}"#] {
      let settings = try own.proposing(
        file: "new.json", bytes: Array(text.utf8), zones: CalendarZones.all)
      #expect(settings.sla.policies == SLASettings.standard.policies)
    }
  }

  @Test("Calendars of the file are known, beside those of the desk")
  func calendars() throws {
    let hours = #"{"timezone": "Europe/Paris", "hours": {"mon": [["09:00", "17:00"]]}}"#
    let office = policies.replacing("24x7", with: "office")
    let file = "{\"calendars\": {\"office\": \(hours)}, \"sla\": {\"policies\": \(office)}}"
    let settings = try propose(file)
    #expect(settings.sla.policies.map(\.calendar) == ["office"])
    let own = try settings.proposing(
      file: "new.json", bytes: Array(office.utf8), zones: CalendarZones.all)
    #expect(own.sla.calendars.keys.sorted() == ["office"])
    #expect(throws: SettingsError.self) { try propose(office) }
  }

  @Test(
    "A mistake is named by file, line and field",
    arguments: [
      ("[\n{\"name\": \"a\"}]", 2, "policies[0].targets"),
      ("[\n\n{\"nmae\": \"a\"}]", 3, "policies[0].nmae"), ("[1]", 1, "policies[0]"),
      ("{\"calenders\": {},\n \"sla\": {}}", 1, "calenders"),
      ("{\"policies\": [],\n\"sla\": {}}", 2, "sla"),
      ("{\n\"calendars\": {}}", 1, "sla"), ("[\n{]", 2, ""), ("7", 1, ""),
    ])
  func mistakes(text: String, line: Int, field: String) throws {
    let error = #expect(throws: SettingsError.self) { try propose(text) }
    #expect(error?.file == "new.json")
    #expect(error?.line == line)
    #expect(error?.field == field)
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var text = self
    if let range = text.firstRange(of: part) { text.replaceSubrange(range, with: other) }
    return text
  }
}
