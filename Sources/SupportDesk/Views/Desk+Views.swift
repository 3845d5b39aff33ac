import SupportModel
import SupportStore

/// New values for a saved view; what is nil stays as it is.
package struct ViewEdit: Hashable, Sendable {
  package var filter: String?
  /// None for what every list shows.
  package var columns: [String]?
  /// Empty for the filter's own order.
  package var sort: String?

  package init() {}

  /// The view as it will be, refused where it makes no sense.
  func apply(to before: SavedView, _ settings: DeskSettings) throws -> SavedView {
    var view = before
    let context = FilterContext.ofAnAgent(settings)
    view.filter = filter ?? view.filter
    _ = try Filter.parse(view.filter, context)
    if let columns { view.columns = columns.isEmpty ? nil : columns }
    for column in view.columns ?? [] where TicketColumn(column) == nil {
      throw Refusal.unknown(kind: "column", word: column, known: TicketColumn.known)
    }
    if let sort { view.sort = sort.isEmpty ? nil : sort }
    if let sort = view.sort, context.sortTerm(sort) == nil {
      throw Refusal.unknown(kind: "sort key", word: sort, known: context.sortKeys)
    }
    return view
  }
}

extension Desk {
  var viewFiles: ViewFiles { ViewFiles(store.layout, settings) }

  package func allSavedViews() throws -> ReadFiles<SavedView> {
    try requireStaff("see the views")
    return try viewFiles.all()
  }

  package func savedView(_ name: String) throws -> SavedView {
    try requireStaff("see the views")
    guard let view = try viewFiles.view(name) else {
      throw DeskError.notFound(kind: "view", name: name, known: try viewFiles.names())
    }
    return view
  }

  package func addView(
    _ name: String, _ edit: ViewEdit, isDryRun: Bool = false
  ) throws -> Written<SavedView> {
    try permissions.requireAgent("add views")
    guard SavedView.isLegal(name: name) else {
      throw Refusal.invalid(
        field: "name", value: name,
        expected: "lower-case letters, digits, - _ . (at most 40, not a verb of view)")
    }
    return try changeFile(for: "view add", isDryRun: isDryRun) {
      guard try !viewFiles.names().contains(name) else {
        throw Refusal.exists(kind: "view", name: name)
      }
      let view = try edit.apply(to: SavedView(name: name, filter: ""), settings)
      return (view, try change(to: view, .viewAdded))
    }
  }

  package func editView(
    _ name: String, _ edit: ViewEdit, isDryRun: Bool = false
  ) throws -> Written<SavedView> {
    try permissions.requireAgent("edit views")
    return try changeFile(for: "view edit", isDryRun: isDryRun) {
      let before = try savedView(name)
      let after = try edit.apply(to: before, settings)
      return (after, after == before ? nil : try change(to: after, .viewUpdated))
    }
  }

  /// Removes a view, also one whose file is broken.
  package func removeView(_ name: String, isDryRun: Bool = false) throws -> Written<String> {
    try permissions.requireAgent("remove views")
    return try changeFile(for: "view remove", isDryRun: isDryRun) {
      let names = try viewFiles.names()
      guard names.contains(name) else {
        throw DeskError.notFound(kind: "view", name: name, known: names)
      }
      let draft = EventDraft(.viewRemoved, RecordKey(.view, name))
      let change = FileChange(draft: draft, kept: try viewFiles.kept(name)) {
        try viewFiles.remove(name)
      }
      return (name, change)
    }
  }

  /// The filter may name a customer, and the log would remember them: it stays in the file alone.
  private func change(to view: SavedView, _ type: EventType) throws -> FileChange {
    FileChange(draft: EventDraft(type, view.key), kept: try viewFiles.kept(view.name)) {
      try viewFiles.write(view)
    }
  }
}
