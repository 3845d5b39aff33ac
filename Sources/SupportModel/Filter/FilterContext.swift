/// What a filter's words are read against.
package struct FilterContext: Sendable {
  package var settings: DeskSettings { shared.settings }
  /// What `today` and `-7d` count from.
  package var now: Instant
  /// Who asks: `me`, and whether notes and the desk's own fields are searched. For rules and
  /// policies this is `Person(.system)`, who is staff and has no `me`.
  package var person: Person
  /// Whether customers are looked for, not tickets.
  package var isAboutCustomers = false
  private let shared: Shared

  /// Settings are large, and a context is handed on with each term that is read: all its copies have them
  /// together.
  private final class Shared: Sendable {
    let settings: DeskSettings

    init(_ settings: DeskSettings) { self.settings = settings }
  }

  package init(settings: DeskSettings, now: Instant, person: Person) {
    (shared, self.now, self.person) = (Shared(settings), now, person)
  }

  var isStaff: Bool { person.isStaff }

  func allows(_ field: FilterField) -> Bool { isStaff || !field.isStaffOnly }

  /// The sort keys that this person may ask for.
  package var sortKeys: [String] {
    SortKey.allCases.map(\.rawValue).filter { FilterField($0).map(allows) ?? false }
  }

  /// Reads a sort key with its sign, one of those.
  package func sortTerm(_ word: String) -> SortTerm? {
    SortTerm(word).flatMap { sortKeys.contains($0.key.rawValue) ? $0 : nil }
  }

  /// The field of a name, one that this person may ask about.
  package func field(_ name: String) -> FilterField? {
    (FilterField(name) ?? reference(name)).flatMap { allows($0) ? $0 : nil }
  }

  /// A kind of reference that the desk has is a field by its own name.
  func reference(_ name: String) -> FilterField? {
    settings.references.all.contains { $0.kind == name } ? .referenceOfKind(name) : nil
  }

  /// The fields whose values tickets can be counted by, by their first names.
  package var countedFields: [String] {
    FilterField.named.map(\.field).filter(allows).map(\.description)
  }

  /// The names that this person may ask about, for suggestions.
  var fieldNames: [String] {
    guard !isAboutCustomers else { return Self.customerFieldNames }
    return FilterField.named.filter { allows($0.field) }.flatMap(\.names) + ["is", "has", "sort"]
      + (isStaff ? settings.references.all.map(\.kind) : [])
  }
}
