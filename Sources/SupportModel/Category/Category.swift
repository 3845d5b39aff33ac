/// What a desk says of a category: `categories/account/password.json`. The path is the tree: what the
/// file does not say, the categories above it do.
package struct Category: Hashable, Sendable {
  /// The names from the top down, with `/` between them.
  package var path: String
  /// The name that people read.
  package var name: String
  package var description: String?
  /// Who gets new tickets: a handle.
  package var assignee: String?
  /// The team that gets new tickets.
  package var team: String?
  /// How pressing new tickets are: the code of a priority.
  package var priority: String?
  /// Whether new tickets are given to somebody of their team as they are opened.
  package var assignsItself: Bool?
  /// A word for faces that have pictures.
  package var icon: String?
  /// Where it stands among its like; those of one number by their paths.
  package var order = 0
  /// Whether new tickets can have it.
  package var isActive = true

  package init(_ path: String) {
    (self.path, name) = (path, path.split(separator: "/").last.map(String.init) ?? path)
  }

  package var key: RecordKey { RecordKey(.category, path) }
  package var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}

extension Category {
  /// What customers choose by. Where its tickets go is the desk's own business.
  package var forCustomers: Category {
    var category = Category(path)
    (category.name, category.description) = (name, description)
    (category.icon, category.order) = (icon, order)
    return category
  }

  package static let mostLevels = 8
  package static let expected =
    "lower-case letters, digits, - _ in names with / between them, at most \(mostLevels)"

  /// Names in lower case that are file names on every system, at most 100 bytes together.
  package static func isLegal(path: String) -> Bool {
    guard path.utf8.count <= 100 else { return false }
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.count <= mostLevels
      && names.allSatisfy { Agent.isLegal(handle: String($0)) && !$0.utf8.contains(0x2E) }
  }

  /// The categories from one up to the top: `a/b` is in `a/b` and `a`.
  package static func line(from path: String) -> [String] {
    let names = path.split(separator: "/")
    return names.indices.reversed().map { names[...$0].joined(separator: "/") }
  }

  /// Whether a category is another one or below it.
  package static func isWithin(_ path: String, _ top: String) -> Bool {
    path == top || path.hasPrefix(top + "/")
  }

  /// In the order of a menu: each before those below it, its like by `order` and then by path.
  package static func menu(_ categories: [Category]) -> [Category] {
    let orders = Dictionary(categories.map { ($0.path, $0.order) }) { first, _ in first }
    func places(_ path: String) -> [(Int, String)] {
      line(from: path).reversed().map { (orders[$0] ?? 0, $0) }
    }
    return categories.sorted { left, right in
      places(left.path).lexicographicallyPrecedes(places(right.path)) { $0 < $1 }
    }
  }
}

extension Category {
  package init(
    _ path: String, file: String, bytes: [UInt8], _ settings: DeskSettings
  ) throws {
    self.init(path)
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly([
      "name", "description", "assignee", "team", "priority", "auto_assign", "icon", "order",
      "active",
    ])
    name = try reader.filledText("name") ?? name
    description = try reader.filledText("description")
    assignee = try reader.handle("assignee")
    team = try reader.filledText("team")
    priority = try reader.filledText("priority").map {
      try settings.priorities.code(of: $0, at: "priority", in: reader)
    }
    assignsItself = try reader.bool("auto_assign")
    icon = try reader.filledText("icon")
    order = try reader.integer("order", in: -1_000_000...1_000_000) ?? order
    isActive = try reader.bool("active") ?? isActive
  }

  /// The text of the category's file.
  package var json: JSONObject {
    var object = JSONObject([("name", .string(name))])
    object["description"] = description.map(JSON.string)
    object["assignee"] = assignee.map(JSON.string)
    object["team"] = team.map(JSON.string)
    object["priority"] = priority.map(JSON.string)
    object["auto_assign"] = assignsItself.map(JSON.bool)
    object["icon"] = icon.map(JSON.string)
    if order != 0 { object["order"] = .integer(Int64(order)) }
    if !isActive { object["active"] = false }
    return object
  }
}
