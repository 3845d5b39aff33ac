/// What names in policies are compared with, beyond the settings.
package struct KnownNames: Sendable {
  let staff: Staff
  /// Paths of categories that something has, in lower case; nil where nobody looked.
  let categories: Set<String>?

  package init(_ staff: Staff, categories: some Sequence<String>) {
    self.staff = staff
    self.categories = Set(categories.map(categoryPath))
  }

  package init(_ staff: Staff) { (self.staff, categories) = (staff, nil) }

  /// Whether nothing has this category or one below it.
  func lacks(category: String) -> Bool {
    guard let categories else { return false }
    return !categories.contains { Category.isWithin($0, category) }
  }
}

/// Names that nothing bears, in words.
extension KnownNames {
  enum Kind: Sendable { case agent, team, category }

  /// The names in a condition that nothing bears.
  func strangers(in condition: FilterExpression) -> [(kind: Kind, detail: String)] {
    condition.terms.flatMap(\.anyOf).map(\.fact).flatMap { fact -> [(Kind, String)] in
      switch fact {
      case .among(.assignee, let handles), .among(.watcher, let handles):
        return handles.filter { staff[$0] == nil }.map { (.agent, unknown(agent: $0)) }
      case .among(.team, let teams):
        let all = Set(staff.teams.map { $0.lowercased() })
        return teams.filter { !all.contains($0) }.map { (.team, unknown(team: $0)) }
      case .below(let category) where lacks(category: category):
        return [(.category, unknown(category: category))]
      default: return []
      }
    }
  }

  func unknown(agent: String) -> String {
    "no agent is called \"\(agent)\"" + meant(agent, staff.handles)
  }

  func unknown(team: String) -> String {
    "no agent is in a team \"\(team)\"" + meant(team, staff.teams.sorted())
  }

  func unknown(category: String) -> String {
    "nothing has the category \"\(category)\"" + meant(category, categories?.sorted() ?? [])
  }

  private func meant(_ word: String, _ names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
