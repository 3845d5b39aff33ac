extension Article {
  /// The members of `json`.
  package static let fields = [
    "slug", "language", "title", "status", "category", "tags", "author", "excerpt",
    "meta_description", "views", "helpful", "not_helpful", "created_at", "updated_at",
    "published_at", "body",
  ]

  /// The article with what readers did with it, as far as that is known.
  package func json(_ tally: ArticleTally? = nil) -> JSONObject {
    var object = JSONObject([
      ("slug", .string(slug)), ("language", .string(language)), ("title", .string(title)),
      ("status", .string(status.rawValue)),
    ])
    object["category"] = category.map(JSON.string)
    object["tags"] = .array(tags.map(JSON.string))
    object["author"] = author.map(JSON.string)
    object["excerpt"] = excerpt.map(JSON.string)
    object["meta_description"] = metaDescription.map(JSON.string)
    if let tally {
      object["views"] = .integer(Int64(tally.views))
      object["helpful"] = .integer(Int64(tally.helpful))
      object["not_helpful"] = .integer(Int64(tally.notHelpful))
    }
    object["created_at"] = (createdAt?.description).map(JSON.string)
    object["updated_at"] = (updatedAt?.description).map(JSON.string)
    object["published_at"] = (publishedAt?.description).map(JSON.string)
    object["body"] = .string(body)
    return object
  }
}
