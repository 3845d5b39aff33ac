extension Ticket {
  /// An edit by hand of this ticket, as the log has it, held to the rules of `edit`: words become
  /// codes, and what no command would take is refused.
  package func adopt(_ edit: Patch, _ acting: Acting) throws(Refusal) -> EventDraft {
    try acting.permissions.requireChange(of: self, "adopt edits")
    var patch = edit
    for (field, value) in edit.set.members.map({ ($0.key, $0.value) }) {
      if let code = try Self.checked(field, value, acting) { patch.set[field] = .string(code) }
    }
    if let tags = edit.add["tags"]?.array {
      var checked: [JSON] = []
      for tag in tags { checked.append(.string(try TextRules.tag(tag.string ?? ""))) }
      patch.add["tags"] = .array(checked)
    }
    return EventDraft(.ticketUpdated, key, patch, meta: JSONObject([("adopted", true)]))
  }

  /// A field's value as a command would set it; nil where there is no rule, or nothing to check.
  private static func checked(
    _ field: String, _ value: JSON, _ acting: Acting
  ) throws(Refusal) -> String? {
    let isOptional = field == "category" || field == "channel"
    guard ["subject", "priority", "channel", "category"].contains(field),
      !(isOptional && value.isNull)
    else { return nil }
    guard let text = value.string else { throw .missing(field: field) }
    switch field {
    case "subject": return try TextRules.subject(text, acting.settings.limits)
    case "priority": return try acting.priority(text).code
    case "channel": return try acting.channel(text)
    default: return try TextRules.code(text, field: "category")
    }
  }
}
