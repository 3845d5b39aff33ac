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
    return !categories.contains { $0 == category || $0.hasPrefix(category + "/") }
  }
}
