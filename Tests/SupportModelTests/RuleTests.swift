import Testing

@testable import SupportModel

/// What rules do when something happens to a ticket.
struct RuleTests {
  @Test(
    "Each part of a rule has to hold",
    arguments: [
      (#""on": ["ticket.created"]"#, "bob open", true),
      (#""on": ["ticket.created"]"#, "bob open, ada note", false),
      (#""on": ["ticket.*"]"#, "bob open, ada note", true),
      (#""on": ["ticket.closed", "ticket.note.added"]"#, "bob open, ada note", true),
      (#""on": ["ticket.*"], "active": false"#, "bob open", false),
      (#""on": ["ticket.*"], "by": ["customer"]"#, "bob open", true),
      (#""on": ["ticket.*"], "by": ["customer"]"#, "ada open", false),
      (#""on": ["ticket.*"], "by": ["agent:eve", "agent:ada"]"#, "ada open", true),
      (#""on": ["ticket.*"], "by": ["agent:eve"]"#, "ada open", false),
      (#""on": ["ticket.*"], "changed": ["status"]"#, "bob open, ada reply", true),
      (#""on": ["ticket.*"], "changed": ["status"]"#, "bob open, ada edit priority=high", false),
      (#""on": ["ticket.*"], "changed": ["tags"]"#, "bob open, ada edit +tag=vip", true),
      (#""on": ["ticket.*"], "changed": ["fields.serial"]"#, "bob open, ada edit serial=7", true),
      (#""on": ["ticket.*"], "changed": ["fields"]"#, "bob open, ada edit serial=7", true),
      (#""on": ["ticket.*"], "changed": ["fields.size"]"#, "bob open, ada edit serial=7", false),
      (#""on": ["ticket.*"], "changed": ["messages"]"#, "bob open, ada note", true),
      (#""on": ["ticket.*"], "when": "priority:high"#, "bob open, ada edit priority=high", true),
      (#""on": ["ticket.*"], "when": "priority:high"#, "bob open", false),
      (#""on": ["ticket.*"], "when": "customer.tier:gold"#, "bob open", true),
      (#""on": ["ticket.*"], "when": "customer.tier:silver"#, "bob open", false),
    ])
  func parts(rule: String, acts: String, fires: Bool) throws {
    let text = rule.contains("when") && !rule.hasSuffix("\"") ? rule + "\"" : rule
    let office = try RuleOffice(#"{"name": "r", \#(text), "then": [{"tag": ["+seen"]}]}"#)
    #expect(try office.outcome(acts) == (fires ? "r: updated +tags=seen" : "-"))
  }

  @Test(
    "Words are looked for in what was said this time, whole and in any case",
    arguments: [
      ("refund", "I want a REFUND!", true), ("refund", "refunds", false),
      ("refund*", "two refunds", true), ("is down", "the site is\n down", true),
      ("is down", "download is slow", false), ("can't", "I can\u{2019}t", true),
      ("caf\u{E9}", "the CAFE\u{301}", true), ("退款", "我要退款吗", true), ("退款", "我要", false),
      ("Please", "Again", false),
    ])
  func words(_ wording: String, _ body: String, holds: Bool) throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.message.added"], "says": ["\#(wording)"], "then": [{"note": "!"}]}"#
    )
    let outcome = try office.outcome("bob open, bob reply", saying: body)
    #expect(outcome == (holds ? "r: note.added says internally" : "-"))
  }

  @Test("Opening a ticket says its subject as well")
  func subject() throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.created"], "says": ["help"], "then": [{"raise": "high"}]}"#)
    #expect(try office.outcome("bob open") == "r: updated priority=high")
  }

  @Test(
    "Actions are the verbs of people, done by the desk",
    arguments: [
      (#"{"set": {"priority": "medium", "category": "billing"}}"#, "updated category=billing"),
      (#"{"set": {"fields.serial": "7", "order": "A-1"}}"#, "updated order=A-1 fields.serial=7"),
      (
        #"{"set": {"status": "closed", "category": "spam"}}"#,
        "updated category=spam + closed status=closed closed_at=now"
      ),
      (#"{"set": {"status": "new"}}"#, "nothing"),
      (#"{"raise": "urgent"}"#, "updated priority=urgent"), (#"{"raise": "low"}"#, "nothing"),
      (#"{"tag": ["+vip", "new", "-old"]}"#, "updated +tags=vip,new"),
      (#"{"assign": "ada"}"#, "assigned assigned_to=ada"), (#"{"assign": "none"}"#, "nothing"),
      (#"{"assign": "auto"}"#, "assigned assigned_to=ada"),
      (#"{"route": {"team": "tier-2"}}"#, "assigned team=tier-2"),
      (
        #"{"escalate": {"team": "tier-2", "agent": "eve", "priority": "high", "reason": "so"}}"#,
        "escalated team=tier-2 assigned_to=eve priority=high escalation="
          + #"{"at":"2026-11-20T11:00:00.000Z","by":"system","team":"tier-2","reason":"so"}"#
      ),
      (#"{"reply": "We are on it."}"#, "message.added says outbound"),
      (#"{"note": "Look here."}"#, "note.added says internally"),
      (#"{"notify": ["ada", "tier-2"]}"#, "notified"),
      (#"{"watch": ["ada", "eve"]}"#, "watched +watchers=ada,eve"),
    ])
  func actions(_ action: String, _ outcome: String) throws {
    let office = try RuleOffice(#"{"name": "r", "on": ["ticket.created"], "then": [\#(action)]}"#)
    #expect(try office.outcome("bob open") == "r: \(outcome)")
  }

  @Test(
    "What cannot be done is left out and told, the rest is done",
    arguments: [
      (#"{"assign": "adda"}"#, "bob open", "(assign: no agent adda)"),
      (#"{"assign": "vic"}"#, "bob open", "(assign: vic is a viewer)"),
      (#"{"route": {"team": "x"}}"#, "bob open", "(route: no team x)"),
      (#"{"route": {"team": "tier-0"}}"#, "bob open", "(route: tier-0 takes no tickets)"),
      (#"{"reply": "Hi"}"#, "ada open", "(reply: no customer)"),
      (
        #"{"reply": "Hi"}"#, "bob open, ada status closed", "(reply: closed takes no messages)"
      ),
      (#"{"set": {"status": "new"}}"#, "bob open, ada status open", "(set: open to new)"),
      (#"{"watch": ["zoe"]}"#, "bob open", "(watch: no agent zoe)"),
      (#"{"notify": ["zoe"]}"#, "bob open", "(notify: no agent or team zoe)"),
    ])
  func leftOut(_ action: String, _ acts: String, _ warning: String) throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.*"], "then": [\#(action), {"tag": ["+seen"]}]}"#)
    #expect(try office.outcome(acts) == "r: updated +tags=seen; \(warning)")
  }

  @Test("Whoever is not in the team that a ticket is routed to loses it")
  func routing() throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.updated"], "then": [{"route": {"team": "tier-2"}}]}"#)
    #expect(
      try office.outcome("bob open, ada claim, ada edit +tag=x")
        == "r: assigned team=tier-2 assigned_to=null")
    #expect(
      try office.outcome("bob open, eve claim, eve edit +tag=x") == "r: assigned team=tier-2")
  }

  @Test("Given by itself is what nobody has, to somebody of its team")
  func automaticAssignment() throws {
    let routed = try RuleOffice(
      #"{"name": "r", "on": ["ticket.*"], "then": [{"route": {"team": "tier-2"}}, {"assign": "auto"}]}"#
    )
    #expect(
      try routed.outcome("bob open") == "r: assigned team=tier-2 + assigned assigned_to=eve")
    let given = try RuleOffice(
      #"{"name": "r", "on": ["ticket.*"], "then": [{"assign": "auto"}]}"#)
    #expect(try given.outcome("bob open, eve claim, ada edit +tag=x") == "r: nothing")
    #expect(try given.outcome("bob open, ada status closed") == "r: nothing")
  }

  @Test("An automatic reply is no first response, reads nothing and opens nothing")
  func automaticReply() throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.created"], "then": [{"reply": "We got it."}]}"#)
    let ticket = try office.run("bob open").ticket
    #expect(ticket.firstResponseAt == nil)
    #expect(ticket.status == "new")
    #expect(ticket.isUnreadByAgent)
  }

  @Test("A rule sees what the rules before it changed")
  func order() throws {
    let office = try RuleOffice(
      """
      {"name": "a", "on": ["ticket.created"], "then": [{"raise": "high"}]},
      {"name": "b", "on": ["ticket.created"], "when": "priority:high", "then": [{"tag": ["+hot"]}]}
      """)
    #expect(try office.outcome("bob open") == "a: updated priority=high; b: updated +tags=hot")
  }

  @Test("What a rule changes makes others fire, in front of it too")
  func chain() throws {
    let office = try RuleOffice(
      """
      {"name": "b", "on": ["ticket.updated"], "when": "priority:high", "then": [{"tag": ["+hot"]}]},
      {"name": "a", "on": ["ticket.created"], "then": [{"raise": "high"}]}
      """)
    let run = try office.run("bob open")
    #expect(run.firings.map(\.rule) == ["a", "b"])
    #expect(run.firings.map(\.cause) == [nil, "a"])
    #expect(run.drafts.allSatisfy { $0.meta["rule"] != nil })
  }

  @Test("A circle is cut and told")
  func loops() throws {
    let office = try RuleOffice(
      """
      {"name": "a", "on": ["ticket.*"], "when": "-tag:x", "then": [{"tag": ["+x", "-y"]}]},
      {"name": "b", "on": ["ticket.*"], "when": "tag:x", "then": [{"tag": ["+y", "-x"]}]}
      """)
    #expect(
      try office.outcome("bob open")
        == "a: updated +tags=x; b: updated +tags=y -tags=x; (a>b>a)")
    let echo = try RuleOffice(
      #"{"name": "echo", "on": ["ticket.message.added"], "then": [{"reply": "Thanks"}]}"#)
    #expect(
      try echo.outcome("bob open, bob reply")
        == "echo: message.added says outbound; (echo>echo)")
  }

  @Test("A rule that would change nothing by firing again is no circle")
  func settled() throws {
    let office = try RuleOffice(
      #"{"name": "a", "on": ["ticket.*"], "then": [{"raise": "high"}, {"tag": ["+x"]}]}"#)
    #expect(try office.outcome("bob open") == "a: updated priority=high + updated +tags=x")
    let noting = try RuleOffice(
      #"{"name": "a", "on": ["ticket.*"], "then": [{"raise": "high"}, {"notify": ["ada"]}]}"#)
    #expect(try noting.outcome("bob open") == "a: updated priority=high + notified")
  }

  @Test("A rule that stops ends the run, where it fires")
  func stop() throws {
    let office = try RuleOffice(
      """
      {"name": "vip", "on": ["ticket.created"], "when": "customer.tier:gold", "stop": true,
       "then": [{"raise": "urgent"}]},
      {"name": "rest", "on": ["ticket.created"], "then": [{"tag": ["+rest"]}]}
      """)
    #expect(try office.outcome("bob open") == "vip: updated priority=urgent")
    #expect(try office.outcome("ada open") == "rest: updated +tags=rest")
  }

  @Test("A rule that nothing listens to is not read")
  func laziness() throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.closed"], "when": "nonsense:x", "then": 7}"#)
    #expect(try office.outcome("bob open") == "-")
    #expect(throws: SettingsError.self) { try office.outcome("bob open, ada status closed") }
  }

  @Test(
    "A trial says what of a rule decided",
    arguments: [
      (#""when": "priority:>=high tag:vip""#, "priority:>=high", "priority", ["normal"]),
      (#""when": "priority:normal -status:new""#, "-status:new", "status", ["new"]),
      (#""when": "tag:vip""#, "tag:vip", "tag", []),
      (#""when": "tag:vip or priority:high""#, "tag:vip or priority:high", nil, []),
    ])
  func trials(_ when: String, part: String, field: String?, values: [String]) throws {
    let office = try RuleOffice(
      #"{"name": "r", "on": ["ticket.*"], \#(when), "then": [{"note": "!"}]}"#)
    let rule = try office.settings.rules.rule(0, office.settings, at: sampleTime)
    let scene = try Scene("bob open")
    let (ticket, event) = (try #require(scene.ticket), try #require(scene.lastEvent))
    let trial = rule.trial(RuleOccasion(event), FilterSubject(ticket))
    #expect(trial.failure == .when(part, field: field, values: values))
  }

  @Test("The examples can be read, and are switched off", arguments: RuleExample.all)
  func examples(_ entry: JSONObject) throws {
    let office = try RuleOffice(JSON.object(entry).compact)
    let rule = try office.settings.rules.rule(0, office.settings, at: sampleTime)
    #expect(!rule.isActive)
    #expect(RuleReview.mistakes(in: rule, at: 0, KnownNames(RuleOffice.staff)) == [])
  }
}
