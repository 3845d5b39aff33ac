/// A column of a list of tickets: a member of the ticket's JSON.
package struct TicketColumn: Hashable, Sendable {
  /// As it was asked for: `assignee`, `field.serial`.
  package let name: String
  /// The dotted place in the JSON: `assigned_to`, `fields.serial`.
  package let member: String

  /// Nil for what no ticket has.
  package init?(_ word: String) {
    guard let member = Self.member(trimmed(word)) else { return nil }
    (name, self.member) = (trimmed(word), member)
  }

  /// The members that a ticket's JSON may have: the document's, and what is computed.
  package static let members =
    DocumentShape.ticket + [
      "sla_due_at", "sla_overdue", "unread_by_agent", "unread_by_customer", "last_message_snippet",
      "time_spent_seconds",
    ]

  /// Those of them that have members of their own.
  private static let objects = ["fields", "sla", "escalation", "care", "satisfaction", "ai"]

  /// What every list shows.
  package static let standard = [
    "id", "status", "priority", "assignee", "customer", "last_message", "due", "subject",
  ]

  /// Names to suggest.
  package static var known: [String] {
    standard + members.filter { !standard.contains($0) && $0 != "format" && $0 != "messages" }
  }

  /// A member by its own name, dotted below it, or by the word that filters have for it.
  private static func member(_ word: String) -> String? {
    let first = String(word.prefix { $0 != "." })
    if members.contains(word) { return word }
    if objects.contains(first), !word.hasSuffix("."), word != first { return word }
    guard let field = FilterField(word) else { return nil }
    switch field {
    case .custom(let name): return "fields.\(name)"
    case .rating: return "satisfaction.rating"
    case .comment: return "satisfaction.comment"
    default:
      let names = FilterField.named.first { $0.field == field }?.names ?? []
      return names.first(where: members.contains)
    }
  }

  /// The value in a ticket's JSON. A custom field may have dots in its name.
  package func value(in json: JSONObject) -> JSON? {
    if member.hasPrefix("fields."), let value = json["fields"]?[String(member.dropFirst(7))] {
      return value
    }
    return json.value(at: member)
  }

  /// Whether the values are points in time.
  package var isTime: Bool { member.hasSuffix("_at") }
}
