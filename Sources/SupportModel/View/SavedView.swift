/// A list of tickets with a name: `views/NAME.json`. The filter is kept as it was written, so that
/// `me` is whoever looks and `today` the day they do.
package struct SavedView: Hashable, Sendable {
  package var name: String
  package var filter: String
  /// What a line shows; nil for what every list shows.
  package var columns: [String]?
  /// A sort key as `--sort` takes it.
  package var sort: String?

  package init(name: String, filter: String, columns: [String]? = nil, sort: String? = nil) {
    (self.name, self.filter) = (name, filter)
    (self.columns, self.sort) = (columns, sort)
  }

  package var key: RecordKey { RecordKey(.view, name) }

  /// The verbs of the noun, which would hide a view of that name.
  package static let reserved = ["add", "list", "show", "edit", "remove", "run"]

  /// A file name on every system, as an agent's handle is.
  package static func isLegal(name: String) -> Bool {
    Agent.isLegal(handle: name) && !reserved.contains(name)
  }
}

extension SavedView {
  package init(name: String, file: String, bytes: [UInt8], _ settings: DeskSettings) throws {
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly(["filter", "columns", "sort"])
    guard let filter = try reader.text("filter") else {
      throw reader.error("filter", "a filter is missing here")
    }
    self.init(
      name: name, filter: filter, columns: try reader.texts("columns"),
      sort: try reader.filledText("sort"))
    let context = FilterContext.ofAnAgent(settings)
    do throws(FilterError) { _ = try Filter.parse(filter, context) } catch {
      throw reader.error("filter", notFilter: error)
    }
    if columns?.isEmpty == true { throw reader.error("columns", "a column is missing here") }
    for (place, column) in (columns ?? []).enumerated() where TicketColumn(column) == nil {
      var error = reader.error("columns[\(place)]", "no column is called \"\(column)\"")
      error.known = TicketColumn.known
      throw error
    }
    if let sort, context.sortTerm(sort) == nil {
      var error = reader.error("sort", "no sort key is called \"\(sort)\"")
      error.known = context.sortKeys
      throw error
    }
  }

  /// The text of the view's file.
  package var json: JSONObject {
    var object = JSONObject([("filter", .string(filter))])
    if let columns { object["columns"] = .array(columns.map(JSON.string)) }
    if let sort { object["sort"] = .string(sort) }
    return object
  }
}

extension FilterContext {
  /// For a filter that any agent may use: what is wrong with it is wrong for all of them.
  package static func ofAnAgent(_ settings: DeskSettings) -> FilterContext {
    let agent = Agent(handle: "agent", emails: ["agent@desk.invalid"])
    return FilterContext(settings: settings, now: Instant(milliseconds: 0), person: Person(agent))
  }
}
