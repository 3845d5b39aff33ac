import Testing

@testable import SupportModel

/// Agents, teams, categories and tags as their files say them.
struct SettingsFilesTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("An agent is written as they are read")
  func agent() throws {
    var agent = Agent(handle: "ada", emails: ["ada@desk.example"], teams: ["tier-1"])
    (agent.skills, agent.languages) = (["billing", "api/v2"], ["en", "pt-br"])
    (agent.capacity, agent.status) = (12, .away)
    agent.awayUntil = Instant("2026-12-24T17:00:00.000Z")
    let text = JSON.object(agent.json).prettyBytes
    #expect(try Agent(handle: "ada", file: "", bytes: text) == agent)
  }

  @Test("Whoever said when they are back is back by then")
  func away() {
    var agent = Agent(handle: "ada", status: .away)
    let noon = Instant(CivilDate(year: 2026, month: 11, day: 20)) + .hours(12)
    #expect(agent.isAway(at: noon))
    agent.awayUntil = noon + .hours(1)
    #expect(agent.isAway(at: noon))
    #expect(agent.seen(at: noon) == agent)
    #expect(!agent.isAway(at: noon + .hours(1)))
    #expect(agent.seen(at: noon + .hours(1)).status == .active)
    #expect(agent.seen(at: noon + .hours(1)).awayUntil == nil)
  }

  @Test(
    "A mistake in an agent's file is told with its line and field",
    arguments: [
      ("{\n\"skills\": [\"x\",\n\"Not A Tag\"]}", 3, "skills[1]"),
      ("{\n\"languages\": [\"English\"]}", 2, "languages[0]"),
      ("{\n\"capacity\": -1}", 2, "capacity"),
      ("{\n\"status\": \"lunch\"}", 2, "status"),
      ("{\"status\": \"away\",\n\"away_until\": \"tomorrow\"}", 2, "away_until"),
      ("{\n\"away_until\": \"2026-11-20T10:00:00.000Z\"}", 2, "away_until"),
      ("{\n\"skill\": \"x\"}", 2, "skill"),
    ] as [(String, Int, String)])
  func agentMistakes(text: String, line: Int, field: String) {
    let error = #expect(throws: SettingsError.self) {
      try Agent(handle: "ada", file: "agents/ada.json", bytes: bytes(text))
    }
    #expect(error?.field == field)
    #expect(error?.line == line)
  }

  @Test("A team is written as it is read")
  func team() throws {
    var team = Team("tier-1")
    (team.name, team.description, team.lead) = ("First line", "Who answers first", "ada")
    (team.email, team.calendar, team.assignment) = ("help@desk.example", "24x7", .leastLoad)
    team.isActive = false
    let text = JSON.object(team.json).prettyBytes
    #expect(try Team("tier-1", file: "", bytes: text, DeskSettings()) == team)
    #expect(try Team("tier-1", file: "", bytes: bytes("{}"), DeskSettings()) == Team("tier-1"))
  }

  @Test(
    "A mistake in a team's file is told with its line and field",
    arguments: [
      ("{\n\"lead\": \"Not A Handle\"}", "lead"), ("{\n\"email\": \"x\"}", "email"),
      ("{\n\"calendar\": \"office\"}", "calendar"), ("{\n\"assignment\": \"luck\"}", "assignment"),
      ("{\n\"active\": 1}", "active"), ("{\n\"members\": []}", "members"),
    ])
  func teamMistakes(text: String, field: String) {
    let error = #expect(throws: SettingsError.self) {
      try Team("t", file: "teams/t.json", bytes: bytes(text), DeskSettings())
    }
    #expect(error?.field == field)
    #expect(error?.line == 2)
  }

  @Test("A category is written as it is read")
  func category() throws {
    var category = Category("account/password")
    #expect(category.name == "password")
    (category.description, category.assignee, category.team) = ("Signing in", "ada", "tier-1")
    (category.priority, category.assignsItself, category.icon) = ("high", true, "key")
    (category.order, category.isActive) = (3, false)
    let text = JSON.object(category.json).prettyBytes
    #expect(try Category("account/password", file: "", bytes: text, DeskSettings()) == category)
  }

  @Test(
    "A mistake in a category's file is told with its line and field",
    arguments: [
      ("{\n\"priority\": \"hihg\"}", "priority"), ("{\n\"parent\": \"account\"}", "parent"),
      ("{\n\"order\": \"first\"}", "order"), ("{\n\"assignee\": \"\"}", "assignee"),
      ("{\n\"auto_assign\": \"yes\"}", "auto_assign"),
    ])
  func categoryMistakes(text: String, field: String) {
    let error = #expect(throws: SettingsError.self) {
      try Category("c", file: "categories/c.json", bytes: bytes(text), DeskSettings())
    }
    #expect(error?.field == field)
    #expect(error?.line == 2)
  }

  @Test(
    "A category's name is a path of file names",
    arguments: [
      ("account", true), ("account/password", true), ("a/b/c/d/e/f/g/h", true),
      ("a/b/c/d/e/f/g/h/i", false), ("", false), ("/a", false), ("a/", false), ("a//b", false),
      ("../a", false), ("a/..", false), ("a.b", false), ("Account", false), ("-a", false),
      ("caf\u{E9}", false), (String(repeating: "a", count: 41), false),
    ])
  func categoryNames(path: String, isLegal: Bool) {
    #expect(Category.isLegal(path: path) == isLegal)
  }

  @Test("What a category does not say, the nearest above it does")
  func defaults() {
    var (account, password) = (Category("account"), Category("account/password"))
    (account.team, account.priority, account.assignsItself) = ("tier-1", "high", true)
    (password.priority, password.assignee) = ("low", "ada")
    let defaults = CategoryDefaults([password, account])
    #expect(defaults.priority == "low")
    #expect(defaults.team == "tier-1")
    #expect(defaults.assignee == "ada")
    #expect(defaults.assignsItself == true)
  }

  @Test("A menu has each category before those below it, and its like by their order")
  func menu() {
    let paths = ["b/z", "a", "b", "b/a", "c/lost"]
    var categories = paths.map(Category.init)
    categories[0].order = -1
    categories[2].order = -5
    #expect(Category.menu(categories).map(\.path) == ["b", "b/z", "b/a", "a", "c/lost"])
  }

  @Test("A category takes those below it along")
  func moved() {
    #expect(CategoryMove(from: "a/b", to: "x").path("a/b/c") == "x/c")
    #expect(CategoryMove(from: "a/b", to: "x/y").path("a/b") == "x/y")
    #expect(CategoryMove(from: "a/b", to: "x").path("a/bc") == "a/bc")
  }

  @Test("A tag is written as it is read")
  func tag() throws {
    var tag = Tag("vip")
    (tag.colour, tag.description) = (.mixed(0xFF8800), "Pays a lot")
    #expect(try Tag("vip", file: "", bytes: JSON.object(tag.json).prettyBytes) == tag)
    #expect(throws: SettingsError.self) {
      try Tag("vip", file: "", bytes: bytes(#"{"colour": "reddish"}"#))
    }
  }

  @Test(
    "A colour is a name or six digits",
    arguments: [
      ("red", "red"), ("Gray", "grey"), ("#FF8800", "#ff8800"), ("#000001", "#000001"),
      ("#fff", nil), ("fuchsia", nil), ("#gggggg", nil), ("", nil), ("#+12345", nil),
    ] as [(String, String?)])
  func colours(word: String, colour: String?) {
    #expect(Colour(word)?.description == colour)
  }
}
