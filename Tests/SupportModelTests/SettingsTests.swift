import Testing

@testable import SupportModel

struct SettingsTests {
  private func read(_ text: String) throws -> DeskSettings {
    try DeskSettings(file: "support.json", bytes: Array(text.utf8))
  }

  @Test("A desk that has decided nothing has the defaults")
  func defaults() throws {
    #expect(try read(#"{"format": 1}"#) == DeskSettings())
    #expect(try read(#"{"format": 1, "name": null, "limits": {}}"#) == DeskSettings())
  }

  @Test("What a desk has decided is read")
  func decided() throws {
    let settings = try read(
      """
      {"format": 1, "name": "Shop",
       "statuses": [
         {"code": "new", "phase": "active", "next": ["open", "parked", "resolved", "closed"]},
         {"code": "open", "phase": "active"},
         {"code": "parked", "name": "On the shelf", "phase": "waiting", "aliases": ["shelf"]},
         {"code": "resolved", "phase": "done"}, {"code": "closed", "phase": "done"}],
       "priorities": [{"code": "p2"}, {"code": "p1", "rank": 9, "aliases": ["hot"]}],
       "default_priority": "p2", "channels": ["fax"], "default_channel": "fax",
       "limits": {"subject_length": 10, "message_size": 20, "attachment_size": 0,
                  "attachment_types": ["PDF"], "tickets_per_hour": 3},
       "permissions": {"assignee_only": true, "own_categories_only": true}}
      """)
    #expect(settings.name == "Shop")
    #expect(settings.lifecycle.find("Shelf")?.name == "On the shelf")
    #expect(settings.lifecycle.allows("new", "parked"))
    #expect(!settings.lifecycle.allows("open", "parked"))
    #expect(settings.priorities.rank(of: "p2") == 1)
    #expect(settings.priorities.find("HOT")?.rank == 9)
    #expect(settings.limits.attachmentTypes == ["pdf"])
    #expect(settings.limits.ticketsPerHour == 3)
    #expect(settings.permissions.assigneeOnly && settings.permissions.ownCategoriesOnly)
  }

  @Test(
    "A mistake is told with its line, its field and why",
    arguments: [
      ("{}", 1, "format", "the number of the store format is missing"),
      (#"{"format": "1"}"#, 1, "format", "a whole number should be here, not a text"),
      (#"{"format": 0}"#, 1, "format", "0 is not between 1 and 1000000"),
      ("[]", 1, "", "the file is not a JSON object"),
      ("{\"format\": 1,\n}", 2, "", "not JSON: a key in quotes should be here (column 1)"),
      ("{\"format\": 1,\n\"nmae\": \"x\"}", 2, "nmae", "unknown field"),
      ("{\"format\": 1,\n\"name\": 7}", 2, "name", "a text should be here, not a number"),
      ("{\"format\": 1,\n\"limits\": []}", 2, "limits", "an object should be here, not a list"),
      (
        "{\"format\": 1, \"limits\": {\n\"message_size\": 0.5}}", 2, "limits.message_size",
        "a whole number should be here, not a number"
      ),
      (
        "{\"format\": 1, \"limits\": {\n\"message_size\": 0}}", 2, "limits.message_size",
        "0 is not between 1 and 100000000"
      ),
      ("{\"format\": 1, \"limits\": {\n\n\"size\": 0}}", 3, "limits.size", "unknown field"),
      (
        "{\"format\": 1,\n\"channels\": [\"a\", 1]}", 2, "channels",
        "a list of texts should be here, not a list"
      ),
      (
        "{\"format\": 1,\n\"default_priority\": \"top\"}", 2, "default_priority",
        "no priority is called \"top\""
      ),
      (
        "{\"format\": 1,\n\"default_channel\": \"fax\"}", 2, "default_channel",
        "no channel is called \"fax\""
      ),
      (
        "{\"format\": 1, \"permissions\": {\n\"assignee_only\": 1}}", 2,
        "permissions.assignee_only",
        "true or false should be here, not a number"
      ),
      (
        "{\"format\": 1, \"priorities\": [\n{\"code\": \"a\"},\n{\"code\": \"a\"}]}", 3,
        "priorities[1].code", "two priorities are called \"a\""
      ),
      (
        "{\"format\": 1, \"priorities\": [\n{}]}", 2, "priorities[0].code", "a text is missing here"
      ),
      ("{\"format\": 1, \"priorities\": [\n7]}", 2, "priorities[0]", "an object should be here"),
      (
        "{\"format\": 1, \"statuses\": [\n{\"code\": \"new\", \"phase\": \"late\"}]}", 2,
        "statuses[0].phase", "\"late\" is not active, waiting or done"
      ),
      (
        "{\"format\": 1, \"statuses\": [\n{\"code\": \"new\"}]}", 2, "statuses[0].phase",
        "a text is missing here"
      ),
      (
        "{\"format\": 1, \"statuses\": [{\"code\": \"new\", \"phase\": \"active\",\n"
          + "\"next\": [\"gone\"]}]}", 2, "statuses[0].next", "no status is called \"gone\""
      ),
      ("{\"format\": 1,\n\"statuses\": []}", 2, "statuses", "a desk needs at least one status"),
    ])
  func mistakes(text: String, line: Int, field: String, reason: String) throws {
    var error = try #require(#expect(throws: SettingsError.self) { try read(text) })
    error.known = []
    #expect(
      error == SettingsError(file: "support.json", line: line, field: field, reason: reason))
  }

  @Test("Statuses that the verbs go to by themselves must exist")
  func requiredStatuses() throws {
    let error = #expect(throws: SettingsError.self) {
      try read(#"{"format": 1, "statuses": [{"code": "new", "phase": "active"}]}"#)
    }
    #expect(error?.reason.hasPrefix("the status \"open\" is missing") == true)
  }

  @Test(
    "Nor may two be called alike, or the ones that the verbs go to mean something else",
    arguments: [
      (
        #"{"code": "opened", "name": "Open", "phase": "active"}"#,
        "statuses[4].name: two statuses are called \"Open\""
      ),
      (
        #"{"code": "OPEN", "phase": "active"}"#,
        "statuses[4].code: two statuses are called \"OPEN\""
      ),
      (
        #"{"code": "x", "phase": "active", "aliases": ["Closed"]}"#,
        "statuses[4].aliases: two statuses are called \"Closed\""
      ),
    ])
  func alike(_ status: String, _ mistake: String) throws {
    let required = [
      ("new", "active"), ("open", "active"), ("resolved", "done"), ("closed", "done"),
    ]
    let statuses = required.map { #"{"code": "\#($0)", "phase": "\#($1)"}"# } + [status]
    let text = #"{"format": 1, "statuses": [\#(statuses.joined(separator: ", "))]}"#
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error.map { "\($0.field): \($0.reason)" } == mistake)
    for (code, phase) in required {
      let other = phase == "done" ? "active" : "done"
      let wrong = text.replacing(
        #""\#(code)", "phase": "\#(phase)""#, with: #""\#(code)", "phase": "\#(other)""#
      )
      .replacing(", " + status, with: "")
      let error = #expect(throws: SettingsError.self) { try read(wrong) }
      #expect(error?.reason == "tickets that are \(code) are \(phase)")
    }
  }

  @Test("Two priorities are not called alike")
  func alikePriorities() {
    let text =
      #"{"format": 1, "priorities": [{"code": "high", "name": "High"}, {"code": "h2", "name": "high"}]}"#
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.field == "priorities[1].name")
  }

  @Test("An unknown field is answered with the known ones")
  func known() throws {
    let error = #expect(throws: SettingsError.self) { try read(#"{"format": 1, "limit": {}}"#) }
    #expect(error?.known.contains("limits") == true)
  }

  @Test("A desk of a newer format is told as such, whatever else is in it")
  func newer() {
    #expect(throws: NewerFormat(file: "support.json", format: 2)) {
      try read(#"{"format": 2, "something": "new"}"#)
    }
  }

  @Test("Invalid UTF-8 is told with its line")
  func notText() {
    let bytes = Array("{\"format\": 1,\n\"name\": \"".utf8) + [0xFF] + Array("\"}".utf8)
    #expect(
      throws: SettingsError(
        file: "support.json", line: 2, field: "", reason: "not JSON: invalid UTF-8 (column 10)")
    ) { try DeskSettings(file: "support.json", bytes: bytes) }
  }

  @Test("A status or priority that the settings no longer know loses no ticket")
  func forgotten() {
    #expect(Lifecycle.standard.phase(of: "parked") == .active)
    #expect(Lifecycle.standard.allows("parked", "open"))
    #expect(Priorities.standard.rank(of: "p0") < Priorities.standard.rank(of: "low"))
  }

  @Test(
    "Statuses are found by code or alias, in any case, with - for _",
    arguments: [
      ("in-progress", "in_progress"), ("IN_PROGRESS", "in_progress"), ("canceled", "cancelled"),
      ("pending_customer", "pending"), ("waiting-for-customer", "pending"),
      ("waiting_for_support", "open"),
    ])
  func finding(word: String, code: String) {
    #expect(Lifecycle.standard.find(word)?.code == code)
  }
}

struct AgentTests {
  @Test("An agent's file reads as it was written")
  func roundTrip() throws {
    let ada = Agent(
      handle: "ada", name: "Ada L.", emails: ["ada@x.de"], role: .admin, teams: ["tier-1"],
      categories: ["billing"], status: .away)
    let bytes = JSON.object(ada.json).prettyBytes
    #expect(try Agent(handle: "ada", file: "agents/ada.json", bytes: bytes) == ada)
    #expect(try Agent(handle: "bo", file: "f", bytes: Array("{}".utf8)) == Agent(handle: "bo"))
  }

  @Test(
    "A mistake in an agent's file is told with line and field",
    arguments: [
      ("{\n\"role\": \"boss\"}", "role", "\"boss\" is none of admin, agent, viewer"),
      ("{\n\"status\": \"out\"}", "status", "\"out\" is none of active, away"),
      ("{\"emails\": [\"a@x.de\",\n\"ada\"]}", "emails[1]", "\"ada\" is not an e-mail address"),
      ("{\n\"email\": \"a@x.de\"}", "email", "unknown field"),
      ("{\n\"teams\": \"tier-1\"}", "teams", "a list of texts should be here, not a text"),
    ])
  func mistakes(text: String, field: String, reason: String) throws {
    let error = #expect(throws: SettingsError.self) {
      try Agent(handle: "ada", file: "agents/ada.json", bytes: Array(text.utf8))
    }
    #expect(error?.file == "agents/ada.json")
    #expect(error?.line == 2)
    #expect(error?.field == field)
    #expect(error?.reason == reason)
  }

  @Test(
    "A handle is a file name on every system",
    arguments: ["", "Ada", "a b", "../a", ".a", "-a", "a.", "ä", String(repeating: "a", count: 41)])
  func illegalHandles(handle: String) {
    #expect(!Agent.isLegal(handle: handle))
  }

  @Test("Plain handles are legal", arguments: ["ada", "a", "ada.l-2_x", "4"])
  func legalHandles(handle: String) {
    #expect(Agent.isLegal(handle: handle))
  }
}
