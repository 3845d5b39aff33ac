import Testing

@testable import SupportModel

struct CustomFieldTests {
  private func settings(_ text: String) throws -> DeskSettings {
    let file = #"{"format": 1, \#(text)}"#
    return try DeskSettings(file: "support.json", bytes: Array(file.utf8))
  }

  @Test(
    "A value is kept as its field's type has it",
    arguments: [
      (.text, [], " as typed ", #"" as typed ""#), (.number, [], "12", "12"),
      (.number, [], " 3.50 ", "3.5"), (.number, [], "-7e2", "-700.0"),
      (.date, [], "2026-02-28", #""2026-02-28""#),
      (.choice, ["Blue", "Green"], "blue", #""Blue""#), (.list, [], "a, b,,a", #"["a","b"]"#),
      (.list, ["A", "B"], "b,A", #"["B","A"]"#),
    ] as [(CustomField.Kind, [String], String, String)])
  func values(kind: CustomField.Kind, choices: [String], typed: String, kept: String) throws {
    var field = CustomField("f")
    (field.kind, field.choices) = (kind, choices)
    #expect(try field.value(typed).compact == kept)
  }

  @Test(
    "What a field does not take is refused",
    arguments: [
      (.number, [], "twelve"), (.number, [], "inf"), (.number, [], "0x10"), (.number, [], "1e999"),
      (.date, [], "2026-02-30"), (.date, [], "tomorrow"), (.date, [], "2026-02-28T10:00:00Z"),
      (.choice, ["Blue"], "red"), (.list, ["A"], "A,C"), (.list, [], " , "),
    ] as [(CustomField.Kind, [String], String)])
  func refused(kind: CustomField.Kind, choices: [String], typed: String) {
    var field = CustomField("f")
    (field.kind, field.choices) = (kind, choices)
    #expect(throws: Refusal.self) { try field.value(typed) }
  }

  @Test("A desk that declares fields has no others, one that does not has any")
  func unknown() throws {
    let some = try settings(#""fields": [{"name": "serial"}, {"name": "size"}]"#).fields
    #expect(throws: Refusal.unknown(kind: "field", word: "seria", known: ["serial", "size"])) {
      try some.value("x", of: "seria")
    }
    #expect(try CustomFields().value("x", of: "seria") == "x")
  }

  @Test("A field is required in its categories and below")
  func required() throws {
    let fields = try settings(
      #""fields": [{"name": "serial", "required_in": ["repair"]}, {"name": "size"}]"#
    ).fields
    #expect(fields.missing(in: "repair/lamp", from: JSONObject()) == ["serial"])
    #expect(fields.missing(in: "repair", from: JSONObject([("serial", "x")])) == [])
    #expect(fields.missing(in: "repairs", from: JSONObject()) == [])
    #expect(fields.missing(in: nil, from: JSONObject()) == [])
  }

  @Test(
    "A mistake in the settings is told with its field",
    arguments: [
      (#""fields": [{"label": "x"}]"#, "fields[0].name"),
      (#""fields": [{"name": "Not Legal"}]"#, "fields[0].name"),
      (#""fields": [{"name": "a"}, {"name": "a"}]"#, "fields[0].name"),
      (#""fields": [{"name": "a", "type": "float"}]"#, "fields[0].type"),
      (#""fields": [{"name": "a", "type": "choice"}]"#, "fields[0].choices"),
      (#""fields": [{"name": "a", "choices": ["x"]}]"#, "fields[0].choices"),
      (#""fields": [{"name": "a", "type": "list", "choices": ["x,y"]}]"#, "fields[0].choices[0]"),
      (
        #""fields": [{"name": "a", "type": "choice", "choices": ["x", "x"]}]"#,
        "fields[0].choices[1]"
      ),
      (#""fields": [{"name": "a", "required_in": ["A"]}]"#, "fields[0].required_in[0]"),
      (#""references": [{"kind": "blocks"}]"#, "references[0].kind"),
      (#""references": [{"kind": "a", "url": "javascript:{id}"}]"#, "references[0].url"),
      (#""references": [{"kind": "a", "url": "https://x.example/"}]"#, "references[0].url"),
      (#""references": [{"kind": "a"}, {"kind": "a"}]"#, "references[0].kind"),
      (#""priorities": [{"code": "normal", "colour": "reddish"}]"#, "priorities[0].colour"),
    ])
  func mistakes(text: String, field: String) {
    let error = #expect(throws: SettingsError.self) { try settings(text) }
    #expect(error?.field == field)
  }

  @Test("The number in an address cannot leave its place")
  func address() {
    var kind = ReferenceKind("order")
    kind.url = "https://shop.example/o/{id}?from=desk"
    #expect(kind.address(of: "C-17") == "https://shop.example/o/C-17?from=desk")
    #expect(
      kind.address(of: "a/../b?x=\u{1B}é")
        == "https://shop.example/o/a%2F..%2Fb%3Fx%3D%1B%C3%A9?from=desk")
  }
}
