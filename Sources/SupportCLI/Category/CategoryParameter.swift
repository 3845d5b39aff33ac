import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the category commands share.
enum CategoryParameter {
  static let path = Argument.one("PATH", "The category", completes: .live("category"))
  static let name = Option.text("name", value: "NAME", "The name that people read")
  static let description = Option.text(
    "description", value: "TEXT", "What belongs into it, '' for nothing said")
  static let assignee = Option.text(
    "assignee", value: "AGENT", "Who gets new tickets, '' for as above it",
    completes: .live("agent"))
  static let team = Option.text(
    "team", value: "TEAM", "The team that gets new tickets, '' for as above it",
    completes: .live("team"))
  static let priority = Option.text(
    "priority", short: "p", value: "PRIORITY", "Of new tickets, '' for as above it",
    completes: .live("priority"))
  static let sla = Option.text(
    "sla", value: "POLICY", "The SLA policy of its tickets, '' for as above it",
    completes: .live("policy"))
  static let assignsItself = Option.choice(
    "auto-assign", value: "WHEN", "Whether new tickets are given to somebody of the team",
    of: ["yes", "no", "as-above"])
  static let icon = Option.text(
    "icon", value: "WORD", "A word for faces that have pictures, '' for none")
  static let order = Option.integer(
    "order", value: "N", "Where it stands among its like", in: -1_000_000...1_000_000)
  static let active = Option.flag("active", "New tickets can have it")
  static let inactive = Option.flag("inactive", "New tickets cannot have it")

  /// What can be said of a category.
  static let all: [any Parameter] = [
    name, description, assignee, team, priority, sla, assignsItself, icon, order, active, inactive,
  ]
  static let rule = OptionRule.atMostOne(of: active, inactive)
}

extension CategoryEdit {
  init(_ call: Call) {
    self.init()
    name = call[CategoryParameter.name]
    description = call[CategoryParameter.description]
    assignee = call[CategoryParameter.assignee]
    team = call[CategoryParameter.team]
    priority = call[CategoryParameter.priority]
    sla = call[CategoryParameter.sla]
    icon = call[CategoryParameter.icon]
    order = call[CategoryParameter.order]
    isActive =
      call[CategoryParameter.active] ? true : call[CategoryParameter.inactive] ? false : nil
    assignsItself = call[CategoryParameter.assignsItself].map { word in
      word == "as-above" ? nil : word == "yes"
    }
  }
}

/// How categories are written.
enum CategoryRow {
  static let fields = [
    "category", "name", "description", "assignee", "team", "priority", "sla", "auto_assign",
    "required", "icon", "order", "active",
  ]

  static func json(_ row: CategoryStanding) -> JSONObject {
    var json = JSONObject([("category", .string(row.category.path))])
    let written = row.category.json
    for field in fields { json[field] = json[field] ?? written[field] }
    json["sla"] = row.sla.map(JSON.string)
    if !row.required.isEmpty { json["required"] = .array(row.required.map(JSON.string)) }
    json["active"] = .bool(row.category.isActive)
    return json.ordered(by: KeyOrder(fields))
  }

  static var listing: Listing<CategoryStanding> {
    Listing(
      columns: [
        Column("CATEGORY", plain: \.category.path),
        Column("TEAM") { $0.category.team ?? "" },
        Column("ASSIGNEE") { $0.category.assignee ?? "" },
        Column("PRIORITY") { $0.category.priority ?? "" },
        Column("SLA") { $0.sla ?? "" },
        Column("ACTIVE") { $0.category.isActive ? "yes" : "no" },
        Column("NAME", isElastic: true, plain: \.category.name),
      ],
      fields: fields, json: json)
  }
}

extension Session {
  /// Says what became of a category.
  func show(_ category: CategoryStanding, said: String) throws {
    try output.show(CategoryRow.json(category), fields: CategoryRow.fields) {
      "\(category.category.path) \(said)\n"
    }
  }
}
