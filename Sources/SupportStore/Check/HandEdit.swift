import SupportModel

/// The difference between a document as somebody edited it and as the log has it.
package struct HandEdit: Sendable {
  let found: JSONObject
  let folded: JSONObject

  package init(found: JSONObject, folded: JSONObject) {
    (self.found, self.folded) = (found, folded)
  }

  /// The top-level fields that differ.
  package var fields: [String] {
    (folded.keys + found.keys.filter { folded[$0] == nil }).filter { folded[$0] != found[$0] }
  }

  /// Fields that only events of their own can change.
  private static let derived = [
    "format", "id", "email", "messages", "statuses", "updated_at", "last_message_at", "head",
  ]

  /// Fields whose edit no event can express.
  package var foreign: [String] { fields.filter(Self.derived.contains) }

  /// The edit as a patch, fields that are sets as what came and what went.
  package var patch: Patch {
    var patch = Patch()
    for field in fields where !Self.derived.contains(field) {
      let (old, new) = (folded[field], found[field])
      if ["tags", "watchers", "links"].contains(field) {
        let (before, after) = (old?.array ?? [], new?.array ?? [])
        let added = after.filter { !before.contains($0) }
        let removed = before.filter { !after.contains($0) }
        if !added.isEmpty { patch.add[field] = .array(added) }
        if !removed.isEmpty { patch.remove[field] = .array(removed) }
      } else {
        patch.set[field] = new ?? .null
        if let old { patch.from[field] = old }
      }
    }
    return patch
  }
}
