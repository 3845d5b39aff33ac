import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

struct IdentityTests {
  @Test(
    "A person is an agent by handle or address, or a customer",
    arguments: [
      ("ada", Actor.agent("ada")), ("agent:eve", .agent("eve")),
      ("Eve@Desk.example", .agent("eve")),
      ("customer:eve@desk.example", .customer("eve@desk.example")),
      ("bob@example.com", .customer("bob@example.com")), ("system", .system),
    ])
  func names(name: String, actor: Actor) throws {
    #expect(try Office().desk(name).person.actor == actor)
  }

  @Test(
    "Nobody else can act", arguments: ["nobody", "agent:nobody", "Ada", "team:tier-1", "../ada"])
  func unknown(name: String) throws {
    let office = try Office()
    let error = #expect(throws: DeskError.self) { try office.desk(name) }
    let word = name.replacing("agent:", with: "")
    guard case .notFound(kind: "agent", name: word, known: ["ada", "eve", "vic"]) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("The option comes first, then the environment, the local config, and git")
  func order() throws {
    let office = try Office()
    let home = try office.file("home/.gitconfig", "[user]\nemail = eve@desk.example\n")
    var variables = [
      "HOME": FileSystem.parent(of: home) ?? "", "GIT_CONFIG_NOSYSTEM": "1",
      "SUPPORT_AS": "agent:vic",
    ]
    func actor(as name: String? = nil) throws -> Actor {
      try Desk(
        from: office.root, as: name, Environment(variables), at: office.now, chance: Chance()
      ).person.actor
    }
    #expect(try actor(as: "bob@example.com") == .customer("bob@example.com"))
    #expect(try actor() == .agent("vic"))
    variables["SUPPORT_AS"] = nil
    #expect(try actor() == .agent("ada"))
    var config = try LocalConfig(DeskLayout(root: office.root))
    try config.set("actor", nil)
    #expect(try actor() == .agent("eve"))
    variables["HOME"] = nil
    let error = #expect(throws: DeskError.self) { try actor() }
    guard case .nobody = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("Outside of any desk there is none")
  func noDesk() throws {
    let error = #expect(throws: DeskError.self) {
      try Desk(from: "/", as: "ada", Environment([:]), at: Instant(seconds: 0), chance: Chance())
    }
    guard case .noDesk("/") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}

struct AgentUseCaseTests {
  @Test("Agents come, change and go, each with an event")
  func life() throws {
    let office = try Office()
    var edit = AgentEdit()
    (edit.addEmails, edit.role) = (["New@desk.example"], .agent)
    #expect(try office.desk("ada").addAgent("new", edit).value.emails == ["new@desk.example"])
    edit = AgentEdit()
    edit.addTeams = ["tier-2"]
    #expect(try office.desk("ada").editAgent("new", edit).value.teams == ["tier-2"])
    #expect(try office.desk("ada").editAgent("new", edit).value.teams == ["tier-2"])
    _ = try office.desk("ada").removeAgent("new")
    #expect(try office.events().map(\.type) == [.agentAdded, .agentUpdated, .agentRemoved])
    #expect(throws: DeskError.self) { try office.desk("ada").agent("new") }
  }

  @Test("Names and addresses are each somebody's alone, and some names mean something else")
  func unique() throws {
    let office = try Office()
    var edit = AgentEdit()
    #expect(throws: Refusal.exists(kind: "agent", name: "eve")) {
      try office.desk("ada").addAgent("eve", edit)
    }
    edit.addEmails = ["eve@desk.example"]
    #expect(throws: Refusal.exists(kind: "agent with the address", name: "eve@desk.example")) {
      try office.desk("ada").addAgent("new", edit)
    }
    for handle in ["me", "none", "No", "a/b", ""] {
      #expect(throws: Refusal.self) { try office.desk("ada").addAgent(handle, AgentEdit()) }
    }
    edit.addEmails = ["no address"]
    #expect(throws: Refusal.self) { try office.desk("ada").addAgent("new", edit) }
    #expect(try office.events().isEmpty)
  }

  @Test("Only admins change others; everybody may say that they are away")
  func permissions() throws {
    let office = try Office()
    var edit = AgentEdit()
    edit.status = .away
    #expect(try office.desk("eve").editAgent("eve", edit).value.status == .away)
    #expect(throws: Refusal.notPermitted(.agent("eve"), action: "edit other agents")) {
      try office.desk("eve").editAgent("vic", edit)
    }
    edit.role = .admin
    #expect(throws: Refusal.self) { try office.desk("eve").editAgent("eve", edit) }
    #expect(try office.desk("ada").agent("eve").role == .agent)
  }

  @Test("The last admin stays one")
  func lastAdmin() throws {
    let office = try Office()
    var edit = AgentEdit()
    edit.role = .agent
    #expect(throws: Refusal.self) { try office.desk("ada").editAgent("ada", edit) }
    #expect(throws: Refusal.self) { try office.desk("ada").removeAgent("ada") }
    edit.role = .admin
    _ = try office.desk("ada").editAgent("eve", edit)
    _ = try office.desk("ada").removeAgent("ada")
    #expect(try office.desk("eve").allAgents().values.map(\.handle) == ["eve", "vic"])
  }
}

struct ArticleUseCaseTests {
  private func write(
    _ office: Office, _ slug: String, _ status: Article.Status, _ body: String
  ) throws {
    var edit = ArticleEdit()
    (edit.title, edit.body, edit.status) = (slug, body, status)
    _ = try office.desk("eve").newArticle(slug, edit)
  }

  @Test("Customers see what is published, staff everything; a search leaves out the archive")
  func visibility() throws {
    let office = try Office()
    try write(office, "open", .published, "password reset\n")
    try write(office, "draft", .draft, "password draft\n")
    try write(office, "old", .archived, "password archive\n")
    let (bob, vic) = (try office.desk("bob@example.com"), try office.desk("vic"))
    #expect(try bob.allArticles().values.map(\.slug) == ["open"])
    #expect(try vic.allArticles().values.map(\.slug) == ["draft", "old", "open"])
    #expect(try bob.searchArticles("password").hits.map(\.article.slug) == ["open"])
    #expect(Set(try vic.searchArticles("password").hits.map(\.article.slug)) == ["draft", "open"])
    for slug in ["draft", "old", "en/draft", "none"] {
      #expect(throws: DeskError.self) { try bob.article(slug) }
    }
    #expect(try bob.article("en/open").title == "open")
  }

  @Test("Publishing is logged as such, an edit that changes nothing not at all")
  func events() throws {
    let office = try Office()
    try write(office, "a", .draft, "x\n")
    var edit = ArticleEdit()
    edit.status = .published
    let published = try office.desk("eve").editArticle("a", edit)
    #expect(published.value.publishedAt == office.now)
    _ = try office.desk("eve").editArticle("a", edit)
    edit.title = "b"
    _ = try office.desk("eve").editArticle("a", edit)
    #expect(
      try office.events().map(\.type) == [.articleCreated, .articlePublished, .articleUpdated])
    #expect(try office.desk("eve").article("a").author == "eve")
  }

  @Test("A second article of a name, and one without a legal name, are refused")
  func refused() throws {
    let office = try Office()
    try write(office, "a", .draft, "x\n")
    var edit = ArticleEdit()
    edit.title = "x"
    #expect(throws: Refusal.exists(kind: "article", name: "en/a")) {
      try office.desk("eve").newArticle("a", edit)
    }
    for slug in ["", "A", "../a", "a--b"] {
      #expect(throws: Refusal.self) { try office.desk("eve").newArticle(slug, edit) }
    }
    #expect(throws: Refusal.self) { try office.desk("eve").newArticle("b", language: "..", edit) }
    #expect(throws: Refusal.empty(field: "title")) {
      try office.desk("eve").newArticle("b", ArticleEdit())
    }
    #expect(throws: Refusal.self) { try office.desk("vic").newArticle("b", edit) }
  }
}
