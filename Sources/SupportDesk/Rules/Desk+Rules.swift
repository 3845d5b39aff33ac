import SupportModel
import SupportStore

/// A rule as it stands in this desk now.
package struct RuleStanding: Sendable {
  /// Counted from 1, in the order they are tried.
  package let place: Int
  /// As it is written.
  package let entry: JSONObject
  package let rule: Rule
  package let mistakes: [RuleMistake]
}

extension Desk {
  /// The rules in their order; one that is broken keeps nobody from seeing the others.
  package func allRules() throws -> ReadFiles<RuleStanding> {
    try requireStaff("see the rules")
    var read = ReadFiles<RuleStanding>()
    guard !settings.rules.isEmpty else { return read }
    let staff = try staff()
    let (declared, templates) = (try categoryFiles.paths(), try templateFiles.names())
    let known = KnownNames(staff, categories: try knownCategories(staff).union(declared))
    let rules = settings.rules.whole
    for (place, entry) in rules.entries.enumerated() {
      do {
        let rule = try rules.rule(place, settings, at: now)
        try rules.requireOwnName(place)
        read.values.append(
          RuleStanding(
            place: place + 1, entry: entry, rule: rule,
            mistakes: RuleReview.mistakes(
              in: rule, at: place, known, categories: declared, templates: templates)))
      } catch let error as SettingsError {
        read.broken.append(error)
      }
    }
    return read
  }

  /// What tickets, agents and articles have for a category.
  private func knownCategories(_ staff: Staff) throws -> Set<String> {
    let ofTickets = try counts(.everything, by: .category).compactMap(\.value)
    let ofArticles = try articles.all().values.compactMap(\.category)
    return staff.categories.union(ofTickets + ofArticles)
  }

  /// One rule as it is written.
  package func rule(_ name: String) throws -> JSONObject {
    try requireStaff("see the rules")
    guard let entry = settings.rules.entries.first(where: { $0["name"]?.string == name }) else {
      throw DeskError.notFound(kind: "rule", name: name, known: try namesOfRules())
    }
    return entry
  }

  package func namesOfRules() throws -> [String] {
    try requireStaff("see the rules")
    return settings.rules.names.compactMap(\.self)
  }
}
