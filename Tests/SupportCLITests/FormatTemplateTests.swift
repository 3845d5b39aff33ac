import SupportModel
import Testing

@testable import SupportCLI

/// `--format` and the fields that `--json=` picks.
@Suite struct FormatTemplateTests {
  static let record = JSONObject([
    ("id", "261120-k7qx9m"), ("subject", "100% done"), ("tags", ["vip", "late"]),
    ("links", .array([["kind": "relates"]])), ("count", 3), ("done", true),
    ("sla", ["policy": "gold"]),
  ])

  static let fills: [(template: String, text: String)] = [
    ("%(id)", "261120-k7qx9m"), ("%(id) %(subject)", "261120-k7qx9m 100% done"),
    ("%(id)%09%(count)%0A", "261120-k7qx9m\t3\n"), ("100%% %(done)", "100% true"),
    ("%(tags)", "vip,late"), ("%(links)", #"[{"kind":"relates"}]"#), ("%(sla.policy)", "gold"),
    ("<%(assigned_to)>", "<>"), ("no field", "no field"), ("", ""),
  ]

  @Test(arguments: fills)
  func `A template is filled with a record's members`(_ template: String, _ text: String) throws {
    #expect(try FormatTemplate(template).fill(Self.record) == text)
  }

  @Test(arguments: ["%", "50% of", "%(id", "%zz", "%9", "%FF"])
  func `A template that makes no sense is refused`(_ template: String) {
    #expect(throws: OutputError.self) { try FormatTemplate(template) }
  }

  @Test func `A template's fields must be known, a dotted one by its first part`() throws {
    try FormatTemplate("%(id) %(sla.policy)").check(known: ["id", "sla"])
    #expect(throws: OutputError.unknownField("idd", known: ["id"])) {
      try FormatTemplate("%(idd)").check(known: ["id"])
    }
  }

  @Test func `Picked fields come in the order asked for, absent ones as null`() throws {
    let known = ["id", "count", "sla", "team"]
    let pick = try FieldPick(["count", "sla.policy", "team"], known: known)
    #expect(
      JSON.object(pick.pick(Self.record)).compact
        == #"{"count":3,"sla.policy":"gold","team":null}"#)
  }

  @Test func `Without a choice all members come`() throws {
    #expect(try FieldPick(nil, known: []).pick(Self.record) == Self.record)
  }

  @Test func `An unknown field is refused with the known ones`() {
    #expect(throws: OutputError.unknownField("stauts", known: ["status"])) {
      try FieldPick(["stauts"], known: ["status"])
    }
  }
}
