import SupportDesk
import SupportModel

/// How templates are written. The columns of a pipe are a contract: name, active, language,
/// categories, uses, title.
enum TemplateRow {
  static let fields = [
    "name", "title", "subject", "categories", "language", "active", "author", "created_at",
    "updated_at", "variables", "uses", "last_used_at", "body",
  ]

  static func json(_ view: TemplateView) -> JSONObject {
    let template = view.template
    var json = JSONObject([
      ("name", .string(template.name)), ("title", .string(template.title)),
    ])
    json["subject"] = template.subject.map(JSON.string)
    json["categories"] = .array(template.categories.map(JSON.string))
    json["language"] = template.language.map(JSON.string)
    json["active"] = .bool(template.isActive)
    json["author"] = template.author.map(JSON.string)
    json["created_at"] = template.createdAt.map { .string($0.description) }
    json["updated_at"] = template.updatedAt.map { .string($0.description) }
    json["variables"] = .array(template.variables.map(JSON.string))
    json["uses"] = .integer(Int64(view.uses))
    json["last_used_at"] = view.lastUsedAt.map { .string($0.description) }
    json["body"] = .string(template.body)
    return json
  }

  static var listing: Listing<TemplateView> {
    Listing(
      columns: [
        Column("NAME", plain: \.template.name),
        Column("ACTIVE") {
          $0.template.isActive ? "active" : "inactive"
        } shown: { view in
          Cell(view.template.isActive ? "yes" : "no", view.template.isActive ? .plain : .yellow)
        },
        Column("LANG") { $0.template.language ?? "" },
        Column("CATEGORIES", isElastic: true) { $0.template.categories.joined(separator: ",") },
        Column("USES", isNumber: true) { String($0.uses) },
        Column("TITLE", isElastic: true, plain: \.template.title),
      ],
      fields: fields, json: json)
  }
}
