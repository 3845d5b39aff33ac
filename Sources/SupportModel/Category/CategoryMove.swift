/// A category that gets another path, and takes along those below it, their tickets, and the agents,
/// templates, policies and fields that name them. Filters and actions of rules stay as somebody wrote
/// them: `names(category:)` finds those.
package struct CategoryMove: Hashable, Sendable {
  package let old: String
  package let new: String

  package init(from old: String, to new: String) { (self.old, self.new) = (old, new) }

  /// Where a category is afterwards.
  package func path(_ path: String) -> String {
    Category.isWithin(path, old) ? new + path.dropFirst(old.count) : path
  }

  /// Where several are, each once.
  package func paths(_ paths: [String]) -> [String] {
    paths.map(path).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The text of `support.json` afterwards: the policies, the targets and the required fields of
  /// categories. What filters say stays as somebody wrote it.
  package func text(_ text: JSONObject) -> JSONObject {
    var text = text
    if var sla = text["sla"]?.object {
      if let policies = sla["policies"]?.array {
        sla["policies"] = .array(policies.map(policy))
      }
      if let categories = sla["categories"]?.object {
        sla["categories"] = .object(renamed(categories))
      }
      text["sla"] = .object(sla)
    }
    if let fields = text["fields"]?.array { text["fields"] = .array(fields.map(field)) }
    return text
  }

  private func policy(_ json: JSON) -> JSON {
    guard var policy = json.object, let categories = policy["categories"]?.object else {
      return json
    }
    policy["categories"] = .object(renamed(categories))
    return .object(policy)
  }

  private func field(_ json: JSON) -> JSON {
    guard var field = json.object, let paths = field["required_in"]?.array else { return json }
    field["required_in"] = .array(paths.map { $0.string.map { .string(path($0)) } ?? $0 })
    return .object(field)
  }

  private func renamed(_ categories: JSONObject) -> JSONObject {
    JSONObject(categories.members.map { (path($0.key), $0.value) })
  }
}

extension Ticket {
  /// The event by which the ticket goes along with its category; nil where it is of another one.
  package func follow(_ move: CategoryMove, _ acting: Acting) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireAdmin("move categories")
    guard let category else { return nil }
    var change = TicketChange(document)
    change.set("category", move.path(category))
    guard !change.patch.isEmpty else { return nil }
    change.meta["reason"] = .string("the category \(move.old) is \(move.new) now")
    return change.draft(.ticketUpdated, id, acting)
  }
}
