import Testing

@testable import SupportModel

struct SavedViewTests {
  private func read(_ text: String) throws -> SavedView {
    try SavedView(
      name: "v", file: "views/v.json", bytes: Array(text.utf8), DeskSettings())
  }

  @Test("A view is written as it is read")
  func roundTrip() throws {
    let view = SavedView(
      name: "v", filter: "assignee:me  created:today", columns: ["id", "field.x"], sort: "-due")
    #expect(
      try SavedView(
        name: "v", file: "", bytes: JSON.object(view.json).prettyBytes, DeskSettings()) == view)
    #expect(try read(#"{"filter": ""}"#) == SavedView(name: "v", filter: ""))
  }

  @Test(
    "A mistake in a file is told with its line and field",
    arguments: [
      ("{\n\"columns\": [\"id\"]}", nil, "filter"),
      ("{\n\"filter\": 7}", 2, "filter"),
      ("{\n\"filter\": \"statsu:open\"}", 2, "filter"),
      ("{\"filter\": \"\",\n\"columns\": [\"id\",\n\"nonsense\"]}", 3, "columns[1]"),
      ("{\"filter\": \"\",\n\"columns\": []}", 2, "columns"),
      ("{\"filter\": \"\",\n\"sort\": \"size\"}", 2, "sort"),
      ("{\"filter\": \"\",\n\"title\": \"x\"}", 2, "title"),
    ] as [(String, Int?, String)])
  func mistakes(text: String, line: Int?, field: String) throws {
    let error = #expect(throws: SettingsError.self) { try read(text) }
    #expect(error?.field == field)
    if let line { #expect(error?.line == line) }
  }

  @Test("The place in a broken filter is known")
  func caret() {
    let error = #expect(throws: SettingsError.self) { try read(#"{"filter": "tag:a or"}"#) }
    #expect(error?.filter?.fact == .danglingOperator("or"))
  }

  @Test(
    "A column is a member of the JSON, or the word that filters have for it",
    arguments: [
      ("id", "id"), ("assignee", "assigned_to"), ("due", "sla_due_at"), ("tag", "tags"),
      ("last_message", "last_message_at"), ("created", "created_at"), ("field.x", "fields.x"),
      ("rating", "satisfaction.rating"), ("sla.policy", "sla.policy"), ("messages", "messages"),
      ("unread_by_agent", "unread_by_agent"),
    ])
  func columns(word: String, member: String) throws {
    #expect(try #require(TicketColumn(word)).member == member)
  }

  @Test("What no ticket has is no column", arguments: ["size", "", "message.at", "customer.tier"])
  func noColumns(word: String) {
    #expect(TicketColumn(word) == nil)
  }

  @Test("A custom field may have dots in its name")
  func dots() throws {
    let record = JSONObject([("fields", ["a.b": "1", "c": ["d": "2"]])])
    #expect(TicketColumn("field.a.b")?.value(in: record) == "1")
    #expect(TicketColumn("field.c.d")?.value(in: record) == "2")
  }

  @Test("Names of verbs are not for views", arguments: ["add", "run", "List", "a b", "", "../x"])
  func names(name: String) {
    #expect(!SavedView.isLegal(name: name))
  }
}
