/// The members that are left when content is erased, by dotted path: facts that reports count, and
/// nothing that a person wrote. What is not named here goes, also what a newer version adds.
struct Kept {
  private let paths: Set<String>

  private init(_ paths: Set<String>) { self.paths = paths }

  /// What stands where a text was.
  static let erasedText: JSON = "[erased]"

  /// The subject is there because something has to be.
  static let ticket = Kept([
    "subject", "status", "priority", "category", "channel", "customer", "assigned_to", "team",
    "first_response_at", "sla", "read_by_agent_at", "read_by_customer_at", "satisfaction.rating",
    "satisfaction.at", "created_at", "resolved_at", "closed_at", "merged_into",
  ])
  static let message = Kept(["at", "author", "direction", "is_internal", "spent_seconds"])
  static let customer = Kept(["created_at"])

  private static let timeline = Kept(["status", "at"])
  private static let link = Kept(["kind", "ticket", "at", "status", "tags", "messages"])

  /// The members of a patch, or of an object in it, that stay.
  func only(_ object: JSONObject, below path: String = "") -> JSONObject {
    JSONObject(
      object.members.compactMap { member in
        let path = path + member.key
        if isKept(path) { return (member.key, member.value) }
        guard let inner = member.value.object, paths.contains(where: { $0.hasPrefix(path + ".") })
        else { return nil }
        return (member.key, .object(only(inner, below: path + ".")))
      })
  }

  private func isKept(_ path: String) -> Bool {
    var path = path[...]
    while !paths.contains(String(path)) {
      guard let dot = path.lastIndex(of: ".") else { return false }
      path = path[..<dot]
    }
    return true
  }

  /// The changes of lists that stay: tags, the timeline, watchers and links without an address.
  static func lists(_ object: JSONObject) -> JSONObject {
    JSONObject(
      object.members.compactMap { member in
        let values = member.value.array?.compactMap { kept($0, in: member.key) } ?? []
        return values.isEmpty ? nil : (member.key, .array(values))
      })
  }

  private static func kept(_ value: JSON, in list: String) -> JSON? {
    switch list {
    case "tags": value.string.map(JSON.string)
    case "watchers": value.string.flatMap { $0.contains("@") ? nil : .string($0) }
    case "statuses": value.object.map { .object(timeline.only($0)) }
    // What is outside of the desk may be somebody's.
    case "links": value.object.flatMap { $0["ticket"] == nil ? nil : .object(link.only($0)) }
    default: nil
    }
  }
}
