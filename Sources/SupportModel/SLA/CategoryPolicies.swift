/// Which policies are named for categories: `sla.categories` in `support.json`. The tickets of such a
/// category, and of those below it, have that policy, whatever conditions hold.
struct CategoryPolicies: Sendable {
  /// By path, the place of the policy in the settings.
  private let places: [String: Int]

  init(_ sla: SLASettings) {
    places = sla.byCategory.compactMapValues { name in
      sla.policies.firstIndex { $0.name == name }
    }
  }

  /// The nearest category that says, of one and those above it, and the place of the policy it names.
  func named(for category: String?) -> (category: String, place: Int)? {
    guard !places.isEmpty, let category else { return nil }
    return Category.line(from: category.lowercased()).lazy
      .compactMap { path in places[path].map { (path, $0) } }.first
  }

  /// Which tickets get the policy at a place, that takes those of a condition where no category names
  /// one.
  func reach(of place: Int, _ condition: FilterExpression) -> FilterExpression {
    guard !places.isEmpty else { return condition }
    let paths = places.keys.sorted()
    let free = FilterExpression.all(of: [condition] + paths.map { Self.below($0).negated })
    let named = paths.filter { places[$0] == place }.map { path in
      let deeper = paths.filter { Category.isWithin($0, path) && places[$0] != place }
      return FilterExpression.all(of: [Self.below(path)] + deeper.map { Self.below($0).negated })
    }
    return .any(of: named + [free])
  }

  private static func below(_ path: String) -> FilterExpression {
    Filter.inCategory(path).expression
  }
}

extension SLASettings {
  /// Reads the object under `sla.categories`: names of policies by the paths of categories.
  static func byCategory(
    _ reader: SettingsReader, _ policies: [SLAPolicy]
  ) throws -> [String: String] {
    var names: [String: String] = [:]
    for path in reader.values.keys {
      guard Category.isLegal(path: path) else {
        throw reader.error(path, "\"\(path)\" is no category: \(Category.expected)")
      }
      let name = try reader.requiredText(path)
      guard policies.contains(where: { $0.name == name }) else {
        var error = reader.error(path, "no policy is called \"\(name)\"")
        error.known = policies.map(\.name)
        throw error
      }
      names[path] = name
    }
    return names
  }
}
