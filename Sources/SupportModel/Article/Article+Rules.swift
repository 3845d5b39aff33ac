extension Article {
  /// Refuses what the desk does not take, whoever wrote it and however: by options or in an editor.
  package func requireLegal(_ limits: Limits) throws(Refusal) {
    guard !title.isEmpty else { throw .empty(field: "title") }
    let fields: [(String, String?)] = [
      ("title", title), ("category", category), ("excerpt", excerpt),
      ("description", metaDescription), ("tag", tags.joined(separator: " ")),
    ]
    for (field, text) in fields { try TextRules.refuseNul(text ?? "", field: field) }
    _ = try TextRules.article(body, limits)
  }
}
