@testable import SupportModel

/// The desk, the people and the tickets that the filter's tests speak of.
enum FilterSamples {
  /// A Friday.
  static let now = at("2026-11-20T10:00:00.000Z")

  static let ada = Person(Agent(handle: "ada", emails: ["ada@desk.example"], role: .agent))
  static let bob = Person(.customer("bob@example.com"))
  static let desk = Person(.system)

  static func at(_ text: String) -> Instant { Instant(text) ?? Instant(milliseconds: 0) }

  static func context(_ person: Person = ada, now: Instant = now) -> FilterContext {
    FilterContext(settings: DeskSettings(), now: now, person: person)
  }

  /// A ticket with these members, over an almost empty one.
  static func ticket(_ facts: [(String, JSON)] = []) -> Ticket {
    var document = JSONObject([
      ("id", "261120-k7qx9m"), ("subject", "Cannot log in"), ("status", "open"),
      ("priority", "normal"), ("created_at", "2026-11-18T09:00:00.000Z"),
    ])
    for (key, value) in facts { document.set(value.isNull ? nil : value, at: key) }
    guard let ticket = Ticket(document) else { preconditionFailure("not a ticket's id") }
    return ticket
  }

  /// A message of the customer, unless internal.
  static func message(_ body: String, isInternal: Bool = false, file: Bool = false) -> JSON {
    var message = JSONObject([
      ("id", "m1"), ("at", "2026-11-19T08:00:00.000Z"),
      ("direction", isInternal ? "outbound" : "inbound"), ("is_internal", .bool(isInternal)),
      ("body", .string(body)),
    ])
    if file { message["attachments"] = [["filename": "a.png", "size": 3, "sha256": "ab"]] }
    return .object(message)
  }

  static func filter(_ text: String, _ person: Person = ada) throws -> Filter {
    try Filter.parse(text, context(person))
  }

  /// The error of a text that is no filter.
  static func error(_ text: String, _ person: Person = ada) -> FilterError? {
    do throws(FilterError) {
      _ = try Filter.parse(text, context(person))
      return nil
    } catch {
      return error
    }
  }
}
