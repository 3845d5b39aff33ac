import Testing

@testable import SupportModel

struct AssignmentTests {
  private let now = Instant(CivilDate(year: 2026, month: 11, day: 20)) + .hours(10)

  private func ticket(_ members: [(String, JSON)] = []) throws -> Ticket {
    try #require(Ticket(JSONObject([("id", "261120-k7qx9m"), ("status", "new")] + members)))
  }

  private func candidate(
    _ handle: String, load: Int = 0, last: Int? = nil, _ edit: (inout Agent) -> Void = { _ in }
  ) -> AssignmentCandidate {
    var agent = Agent(handle: handle)
    edit(&agent)
    let given = last.map { EventID(time: now - .minutes($0), chance: 0) }
    return AssignmentCandidate(agent, load: load, lastGiven: given)
  }

  private func order(
    _ candidates: [AssignmentCandidate], _ method: Team.Method = .leastLoad,
    _ ticket: Ticket? = nil, language: String? = nil, _ settings: DeskSettings = DeskSettings()
  ) throws -> [String] {
    let question = AssignmentQuestion(
      try ticket ?? self.ticket(), team: "t", method: method, language: language)
    let forwards = AssignmentChoice(question, among: candidates, settings, at: now)
    let backwards = AssignmentChoice(question, among: candidates.reversed(), settings, at: now)
    #expect(forwards == backwards)
    let first = AssignmentChoice(question, among: candidates, settings, at: now, onlyFirst: true)
    #expect(first.standings == Array(forwards.standings.prefix(1)))
    return forwards.standings.map(\.handle)
  }

  @Test("The fewest open tickets come first, then who waited longest, then the handle")
  func leastLoad() throws {
    #expect(try order([candidate("a", load: 2), candidate("b", load: 1)]) == ["b", "a"])
    #expect(try order([candidate("a", last: 5), candidate("b", last: 9)]) == ["b", "a"])
    #expect(try order([candidate("a", last: 5), candidate("b")]) == ["b", "a"])
    #expect(try order([candidate("b"), candidate("a")]) == ["a", "b"])
  }

  @Test("In turn, whoever waited longest comes first, however much they have to do")
  func roundRobin() throws {
    let all = [candidate("a", load: 0, last: 1), candidate("b", load: 9, last: 8)]
    #expect(try order(all, .roundRobin) == ["b", "a"])
    var given = all
    given[1].turn = 1
    #expect(try order(given, .roundRobin) == ["a", "b"])
  }

  @Test("Turns decide between those alone who are alike in all that comes before")
  func alike() throws {
    let all = [
      candidate("a", load: 1, last: 5), candidate("b", load: 1, last: 9),
      candidate("c", load: 2, last: 20),
    ]
    #expect(try order(all, .leastLoad) == ["b", "a", "c"])
    #expect(try order(all, .roundRobin) == ["c", "b", "a"])
    var given = all
    given[1].turn = 1
    #expect(try order(given, .leastLoad) == ["a", "b", "c"])
  }

  @Test("Who is away, full, a viewer or may not see it is not asked")
  func obstacles() throws {
    var settings = DeskSettings()
    settings.permissions.ownCategoriesOnly = true
    let away = candidate("a") { $0.status = .away }
    let back = candidate("b", load: 8) {
      ($0.status, $0.awayUntil) = (.away, now)
    }
    let full = candidate("c", load: 3) { $0.capacity = 3 }
    let viewer = candidate("d") { $0.role = .viewer }
    let blind = candidate("e") { $0.categories = ["billing"] }
    let choice = AssignmentChoice(
      AssignmentQuestion(try ticket([("category", "shop")]), team: nil, method: .leastLoad),
      among: [away, back, full, viewer, blind], settings, at: now)
    #expect(choice.chosen?.handle == "b")
    #expect(
      choice.standings.dropFirst().map(\.obstacle) == [.away, .viewer, .mayNotSee, .full])
  }

  @Test("Where nobody has room, the ticket waits")
  func waits() throws {
    let question = AssignmentQuestion(try ticket(), team: nil, method: .leastLoad)
    let none = [candidate("a") { $0.capacity = 0 }]
    #expect(AssignmentChoice(question, among: none, DeskSettings(), at: now).chosen == nil)
    #expect(AssignmentChoice(question, among: [], DeskSettings(), at: now).chosen == nil)
  }

  @Test("Who knows what the ticket asks for comes before who has less to do")
  func skills() throws {
    let asked = try ticket([("tags", ["refund"]), ("category", "billing/cards")])
    let all = [
      candidate("a"), candidate("b", load: 5) { $0.skills = ["refund"] },
      candidate("c", load: 7) { $0.skills = ["refund", "billing"] },
      candidate("d") { $0.skills = ["lamps"] },
    ]
    #expect(try order(all, .leastLoad, asked) == ["c", "b", "a", "d"])
  }

  @Test("Who answers in the customer's language comes before who knows more")
  func languages() throws {
    let asked = try ticket([("tags", ["refund"])])
    let all = [
      candidate("a") { $0.skills = ["refund"] },
      candidate("b", load: 9) { $0.languages = ["en", "fr"] },
      candidate("c", load: 3) { $0.languages = ["fr-ca"] },
    ]
    #expect(try order(all, .leastLoad, asked, language: "fr") == ["c", "b", "a"])
    #expect(try order(all, .leastLoad, asked, language: "EN-gb") == ["a", "b", "c"])
    #expect(try order(all, .leastLoad, asked) == ["a", "c", "b"])
  }

  @Test("However many there are, each stands before those that they come before")
  func many() throws {
    var settings = DeskSettings()
    settings.permissions.ownCategoriesOnly = true
    let ticket = try ticket([("tags", ["refund", "vip"]), ("category", "billing/cards")])
    var chance = SystemRandomNumberGenerator()
    func one<Value>(_ values: Value...) -> Value {
      values.randomElement(using: &chance) ?? values[0]
    }
    for method in [Team.Method.leastLoad, .roundRobin] {
      let all = (0..<120).map { number in
        var candidate = candidate("agent-\(number)", load: one(0, 1, 2), last: one(nil, 1, 2)) {
          $0.role = one(.agent, .agent, .admin, .viewer)
          $0.categories = one([], ["billing"], ["shop"])
          $0.skills = one([], ["vip", "refund"], ["lamps", "billing"])
          $0.languages = one([], ["en-gb"], ["de", "en"], ["fr"])
          $0.capacity = one(nil, 2)
          $0.status = one(.active, .active, .active, .away)
        }
        candidate.turn = one(0, 0, 1)
        return candidate
      }
      let question = AssignmentQuestion(ticket, team: nil, method: method, language: "en-us")
      let standings = AssignmentChoice(question, among: all, settings, at: now).standings
      #expect(Set(standings.map(\.candidate)) == Set(all))
      for (place, standing) in standings.enumerated() {
        let agent = standing.candidate.agent
        let mayRead = Permissions(Person(agent), settings.permissions).mayRead(ticket)
        let obstacle: AssignmentChoice.Obstacle? =
          agent.role == .viewer
          ? .viewer
          : agent.status == .away
            ? .away : !mayRead ? .mayNotSee : standing.candidate.hasRoom ? nil : .full
        #expect(standing.obstacle == obstacle)
        #expect(standing.speaksLanguage == (agent.languages != ["fr"]))
        #expect(standing.skills == agent.skills.filter { $0 != "lamps" }.sorted())
        #expect(standings[..<place].allSatisfy { precedes($0, standing, method) })
      }
    }
  }

  private func precedes(
    _ left: AssignmentChoice.Standing, _ right: AssignmentChoice.Standing, _ method: Team.Method
  ) -> Bool {
    func ranks(_ standing: AssignmentChoice.Standing) -> [Int] {
      let candidate = standing.candidate
      return [
        standing.obstacle == nil ? 0 : 1, standing.speaksLanguage ? 0 : 1, -standing.skills.count,
        method == .roundRobin ? 0 : candidate.load, candidate.turn,
        candidate.lastGiven.map { Int($0.time.milliseconds) } ?? 0,
      ]
    }
    let (one, other) = (ranks(left), ranks(right))
    return one == other
      ? left.handle < right.handle : one.lexicographicallyPrecedes(other)
  }
}
