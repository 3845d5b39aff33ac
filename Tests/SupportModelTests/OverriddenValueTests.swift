import Testing

@testable import SupportModel

struct OverriddenValueTests {
  /// An event that sets fields, and what its writer saw before.
  private func event(
    _ number: Int, _ set: [String: JSON], seeing from: [String: JSON] = [:], by name: String = "ada"
  ) -> Event {
    var patch = Patch(set: members(set))
    patch.from = members(from)
    return sampleEvent(number, .ticketUpdated, patch, by: .agent(name))
  }

  private func members(_ values: [String: JSON]) -> JSONObject {
    JSONObject(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func summary(_ events: [Event]) -> [String] {
    OverriddenValue.find(in: events).map { value in
      let (won, lost) = (value.won.value?.compact ?? "-", value.lost.value?.compact ?? "-")
      return "\(value.field) \(won) \(value.won.by) over \(lost) \(value.lost.by)"
    }
  }

  @Test("Who saw what they replaced overrides nothing")
  func seen() {
    let events = [
      event(1, ["priority": "low"]), event(2, ["priority": "high"], seeing: ["priority": "low"]),
      event(3, ["priority": .null], seeing: ["priority": "high"]),
      event(4, ["priority": "low"]),
    ]
    #expect(summary(events) == [])
  }

  @Test("The later of two that did not know of each other wins, in whatever order they arrive")
  func apart() {
    let events = [
      event(1, ["priority": "low"]),
      event(2, ["priority": "high"], seeing: ["priority": "low"], by: "ben"),
      event(3, ["priority": "urgent"], seeing: ["priority": "low"], by: "eve"),
      event(4, ["priority": "normal"], seeing: ["priority": "urgent"]),
    ]
    let expected = ["priority \"urgent\" agent:eve over \"high\" agent:ben"]
    #expect(summary(events) == expected)
    #expect(summary(events.reversed() + events) == expected)
  }

  @Test("What both set to the same is lost by nobody")
  func same() {
    let events = [
      event(1, ["category": "lamps"], by: "ben"), event(2, ["category": "lamps"], by: "eve"),
    ]
    #expect(summary(events) == [])
  }

  @Test("A value that one took away and the other set, inside an object as well")
  func removed() {
    let events = [
      event(1, ["order": "A-1", "fields.lot": "9"]),
      event(2, ["order": .null], seeing: ["order": "A-1"], by: "ben"),
      event(3, ["order": "A-2"], seeing: ["order": "A-1"], by: "eve"),
      event(4, ["fields.lot": "8"], seeing: ["fields.lot": "9"], by: "ben"),
      event(5, ["fields.lot": .null], seeing: ["fields.lot": "9"], by: "eve"),
    ]
    #expect(
      summary(events) == [
        "order \"A-2\" agent:eve over - agent:ben", "fields.lot - agent:eve over \"8\" agent:ben",
      ])
  }
}
