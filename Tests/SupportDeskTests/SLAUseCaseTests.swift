import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// What cron does, at a desk with a policy that escalates.
struct SLAUseCaseTests {
  private static let settings = """
    {"format": 1, "sla": {"policies": [{"name": "all", "targets": {
      "normal": {"first_response": "1h", "resolution": "8h"},
      "urgent": {"first_response": "1h", "resolution": "2h"}},
      "escalate": {"team": "tier-1", "priority": "urgent", "notify": ["ada"]}}]}}
    """

  private func check(
    _ office: Office, by name: String = "eve", isDryRun: Bool = false
  ) throws -> (told: [String], result: SLACheckResult) {
    var told: [String] = []
    let result = try office.desk(name).checkSLAs(isDryRun: isDryRun) { found in
      told += found.map { "\($0.ticket.subject) \($0.finding.level)" }
    }
    return (told, result)
  }

  @Test("A breach is logged once, and looking again does nothing")
  func once() throws {
    let office = try Office()
    let late = try office.open("late")
    var urgent = Edit()
    urgent.priority = "urgent"
    _ = try office.desk("ada").edit([late], urgent)
    _ = try office.open("answered", by: "ada")
    office.now = office.now + TimeSpan(seconds: 3 * 3600)
    #expect(try check(office, isDryRun: true).told == ["late breach"])
    let first = try check(office)
    #expect(first.told == ["late breach"])
    #expect(first.result.overdue == 1 && first.result.checked == 2)
    let events = try office.events()
    #expect(events.last?.type == .ticketSLABreached)
    #expect(events.last?.by == .system)
    let second = try check(office)
    #expect(second.told.isEmpty && second.result.overdue == 1)
    #expect(try office.events() == events)
  }

  @Test("A breach and what follows from it are one transaction, and a dry run says the same")
  func escalation() throws {
    let office = try Office(settings: Self.settings)
    let id = try office.open("late")
    _ = try office.desk("eve").assign([id], to: "eve", team: nil)
    office.now = office.now + TimeSpan(seconds: 5 * 3600)
    let before = try office.events()
    let all = ["late breach", "late escalation", "late breach", "late escalation"]
    #expect(try check(office, isDryRun: true).told == all)
    #expect(try office.events() == before)
    #expect(try check(office).told == all)
    let new = try office.events().dropFirst(before.count)
    #expect(
      new.map(\.type.description) == [
        "ticket.sla.breached", "ticket.escalated", "ticket.sla.breached", "ticket.escalated",
      ])
    #expect(new.map { $0.part?.count } == [4, 4, 4, 4])
    let ticket = try office.desk("ada").ticket(id)
    #expect(ticket.priority == "urgent" && ticket.team == "tier-1" && ticket.assignee == nil)
    #expect(try check(office).told.isEmpty)
  }

  @Test("Many breaches are logged a batch at a time, in the order of the ids")
  func batches() throws {
    let office = try Office(settings: Self.settings)
    let opened = try (0..<450).map { try office.open("t\($0)", by: "ada") }
    office.now = office.now + TimeSpan(seconds: 24 * 3600)
    var batches: [Int] = []
    var ids: [String] = []
    _ = try office.desk("eve").checkSLAs { found in
      batches.append(found.count)
      ids += found.map(\.ticket.id.description)
      let logged = try office.events().suffix(found.count)
      #expect(logged.map(\.subject) == found.map(\.ticket.key))
    }
    #expect(batches == [400, 400, 100])
    #expect(ids == ids.sorted() && Set(ids) == Set(opened))
  }

  @Test("All is logged, and what is told is about the tickets that exist for whoever asks")
  func ownCategories() throws {
    let office = try Office(
      settings: #"{"format": 1, "permissions": {"own_categories_only": true}}"#)
    var edit = AgentEdit()
    edit.addCategories = ["billing"]
    _ = try office.desk("ada").editAgent("eve", edit)
    for category in ["billing", "hardware"] {
      var opening = Opening(subject: category, body: "text")
      opening.category = category
      _ = try office.desk("bob@example.com").open(opening)
    }
    office.now = office.now + TimeSpan(seconds: 5 * 3600)
    for isDryRun in [true, false] {
      let (told, result) = try check(office, isDryRun: isDryRun)
      #expect(told == ["billing breach"])
      #expect(result.found == 1 && result.checked == 1 && result.overdue == 1)
    }
    #expect(try office.events().filter { $0.type == .ticketSLABreached }.count == 2)
  }

  @Test("An agent whose file is broken stops nothing")
  func brokenAgent() throws {
    let office = try Office(settings: Self.settings)
    _ = try office.open("late")
    let layout = DeskLayout(root: office.root)
    try FileSystem.replace(layout.agent("vic"), with: Array("{".utf8))
    office.now = office.now + TimeSpan(seconds: 90 * 60)
    #expect(try check(office).told == ["late breach", "late escalation"])
  }
}
