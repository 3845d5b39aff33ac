import Testing

@testable import SupportModel

/// What is wrong with rules, and where.
struct RuleSettingsTests {
  @Test(
    "A mistake names its place",
    arguments: [
      (#"{"on": ["ticket.created"], "then": [{"note": "!"}]}"#, "rules[0].name"),
      (#"{"name": "-r", "on": ["ticket.created"], "then": [{"note": "!"}]}"#, "rules[0].name"),
      (#"{"name": "r", "then": [{"note": "!"}]}"#, "rules[0].on"),
      (#"{"name": "r", "on": [], "then": [{"note": "!"}]}"#, "rules[0].on"),
      (#"{"name": "r", "on": ["ticket.new"], "then": [{"note": "!"}]}"#, "rules[0].on[0]"),
      (#"{"name": "r", "on": ["ticket.*"]}"#, "rules[0].then"),
      (#"{"name": "r", "on": ["ticket.*"], "then": []}"#, "rules[0].then"),
      (#"{"name": "r", "on": ["ticket.*"], "then": [{}]}"#, "rules[0].then[0]"),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"note": "!", "raise": "high"}]}"#,
        "rules[0].then[0]"
      ),
      (#"{"name": "r", "on": ["ticket.*"], "then": [{"asign": "ada"}]}"#, "rules[0].then[0].asign"),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"note": "!"}, {"raise": "hihg"}]}"#,
        "rules[0].then[1].raise"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"set": {"prority": "high"}}]}"#,
        "rules[0].then[0].set.prority"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"set": {"status": "clsed"}}]}"#,
        "rules[0].then[0].set.status"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"set": {"team": "tier-2"}}]}"#,
        "rules[0].then[0].set.team"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"tag": ["+a b"]}]}"#,
        "rules[0].then[0].tag[0]"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"escalate": {}}]}"#,
        "rules[0].then[0].escalate"
      ),
      (#"{"name": "r", "on": ["ticket.*"], "then": [{"note": ""}]}"#, "rules[0].then[0].note"),
      (
        #"{"name": "r", "on": ["ticket.*"], "by": ["ada"], "then": [{"note": "!"}]}"#,
        "rules[0].by[0]"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "changed": ["prio"], "then": [{"note": "!"}]}"#,
        "rules[0].changed[0]"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "says": ["..."], "then": [{"note": "!"}]}"#,
        "rules[0].says[0]"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "when": "statsu:new", "then": [{"note": "!"}]}"#,
        "rules[0].when"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "when": "sort:due", "then": [{"note": "!"}]}"#,
        "rules[0].when"
      ),
      (
        #"{"name": "r", "on": ["ticket.*"], "then": [{"note": "!"}], "stpo": true}"#,
        "rules[0].stpo"
      ),
    ])
  func places(_ rule: String, _ field: String) throws {
    let settings = try RuleOffice(rule).settings
    let error = try #require(throws: SettingsError.self) {
      try settings.rules.rule(0, settings, at: sampleTime)
    }
    #expect(error.field == field)
    #expect(error.line == 1)
  }

  @Test("Two rules of one name are a mistake of the second")
  func names() throws {
    let rule = #"{"name": "r", "on": ["ticket.*"], "then": [{"note": "!"}]}"#
    let settings = try RuleOffice("\(rule), \(rule)").settings
    let error = try #require(throws: SettingsError.self) {
      try settings.rules.all(settings, at: sampleTime)
    }
    #expect(error.field == "rules[1].name")
  }

  @Test(
    "What can hardly be meant is found",
    arguments: [
      (#""when": "status:open status:new""#, #"{"note": "!"}"#, "never when"),
      (#""when": "assignee:adda""#, #"{"note": "!"}"#, "unknown_agent when"),
      (#""by": ["agent:adda"]"#, #"{"note": "!"}"#, "unknown_agent by[0]"),
      (#""stop": true"#, #"{"assign": "vic"}"#, "unknown_agent then[0].assign"),
      (#""stop": true"#, #"{"route": {"team": "x"}}"#, "unknown_team then[0].route.team"),
      (
        #""stop": true"#, #"{"escalate": {"agent": "x", "notify": ["y"]}}"#,
        "unknown_agent then[0].escalate.agent, unknown_agent then[0].escalate.notify[0]"
      ),
      (#""stop": true"#, #"{"watch": ["ada", "x"]}"#, "unknown_agent then[0].watch[1]"),
      (#""stop": true"#, #"{"reply": "Hi"}"#, "answers_itself then[0].reply"),
      (#""by": ["customer"]"#, #"{"reply": "Hi"}"#, ""),
    ])
  func mistakes(_ part: String, _ action: String, _ found: String) throws {
    let settings = try RuleOffice(
      #"{"name": "r", "on": ["ticket.message.added"], \#(part), "then": [\#(action)]}"#
    ).settings
    let rule = try settings.rules.rule(0, settings, at: sampleTime)
    let mistakes = RuleReview.mistakes(in: rule, at: 0, KnownNames(RuleOffice.staff))
    #expect(mistakes.map { "\($0.code.rawValue) \($0.field)" }.joined(separator: ", ") == found)
  }

  @Test(
    "A name is one line of at most eighty characters that can be typed",
    arguments: [
      ("Answer the impatient", true), ("two  spaces", true), ("ähm", true), ("+1", true),
      ("", false), (" a", false), ("a ", false), ("-a", false), ("a\nb", false), ("a\tb", false),
      ("a\u{7f}", false), (String(repeating: "a", count: 80), true),
      (String(repeating: "a", count: 81), false), (String(repeating: "ä", count: 80), true),
    ])
  func names(_ name: String, _ isLegal: Bool) { #expect(Rule.isLegal(name: name) == isLegal) }

  @Test(
    "A text is taken apart into its words, in lower case",
    arguments: [
      ("", []), ("...", []), ("Don't  PANIC!", ["don't", "panic"]), ("a-1_b", ["a", "1", "b"]),
      ("Don\u{2019}t", ["don't"]), ("Grüße, Änne", ["grüße", "änne"]), ("5\u{212A}", ["5k"]),
    ])
  func words(_ text: String, _ words: [String]) { #expect(Said.words(text) == words) }
}
