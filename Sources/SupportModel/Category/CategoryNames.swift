/// Whether conditions and actions name a category or one below it. Nobody rewrites what somebody wrote:
/// whoever moves or removes the category is told of them.
extension FilterExpression {
  package func names(category path: String) -> Bool {
    let path = path.lowercased()
    return terms.flatMap(\.anyOf).contains { test in
      switch test.fact {
      case .below(let named): Category.isWithin(named, path)
      case .among(.category, let named): named.contains { Category.isWithin($0, path) }
      default: false
      }
    }
  }
}

extension Rule {
  package func names(category path: String) -> Bool {
    condition.names(category: path)
      || actions.contains { action in
        guard case .set(let values) = action, let named = values["category"] else { return false }
        return Category.isWithin(named, path)
      }
  }
}
