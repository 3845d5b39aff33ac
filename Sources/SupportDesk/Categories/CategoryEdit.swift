import SupportModel

/// New values for a category; what is nil stays as it is, and empty texts take away.
package struct CategoryEdit: Hashable, Sendable {
  package var name: String?
  package var description: String?
  package var assignee: String?
  package var team: String?
  package var priority: String?
  package var icon: String?
  package var order: Int?
  package var isActive: Bool?
  /// Nil in it for what the categories above say.
  package var assignsItself: Bool??
  /// The name of the policy that its tickets are promised.
  package var sla: String?

  package init() {}

  func apply(to category: inout Category, _ settings: DeskSettings) throws {
    if let name {
      category.name = try TextRules.name(name).filled ?? Category(category.path).name
    }
    if let description { category.description = description.filled }
    if let assignee { category.assignee = assignee.filled }
    if let team { category.team = team.filled }
    if let icon { category.icon = icon.filled }
    if let priority {
      category.priority = try priority.filled.map { word in
        guard let priority = settings.priorities.find(word) else {
          throw Refusal.unknown(
            kind: "priority", word: word, known: settings.priorities.codes)
        }
        return priority.code
      }
    }
    category.order = order ?? category.order
    category.isActive = isActive ?? category.isActive
    if let assignsItself { category.assignsItself = assignsItself }
  }
}

/// A category with what `support.json` says of it.
package struct CategoryStanding: Hashable, Sendable {
  package var category: Category
  /// The policy that is named for it itself.
  package var sla: String?
  /// The custom fields that its tickets cannot do without.
  package var required: [String]

  /// As customers see it, who are asked for no field.
  init(forCustomers category: Category) {
    (self.category, required) = (category.forCustomers, [])
  }

  init(_ category: Category, _ settings: DeskSettings) {
    self.category = category
    sla = settings.sla.byCategory[category.path]
    required = settings.fields.all.filter { $0.isRequired(in: category.path) }.map(\.name)
  }
}
