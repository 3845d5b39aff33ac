/// What a category and those above it decide about a new ticket where nobody says otherwise: of each,
/// the nearest that says.
package struct CategoryDefaults: Hashable, Sendable {
  /// A handle.
  package var assignee: String?
  package var team: String?
  /// The code of a priority.
  package var priority: String?
  /// Nil where nobody says.
  package var assignsItself: Bool?

  package init() {}

  /// `line` goes from the category itself up to the top.
  package init(_ line: [Category]) {
    assignee = line.lazy.compactMap(\.assignee).first
    team = line.lazy.compactMap(\.team).first
    priority = line.lazy.compactMap(\.priority).first
    assignsItself = line.lazy.compactMap(\.assignsItself).first
  }
}
