import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the view commands share.
enum ViewParameter {
  static let name = Argument.one("NAME", "The view", completes: .live("view"))
  static let columns = Option.text(
    "columns", value: "NAME,NAME", "What each line shows, '' for what every list shows",
    completes: .choices(TicketColumn.known))
  static let sort = Option.text(
    "sort", value: "KEY", "The order, '' for the filter's own",
    completes: .choices(SortKey.allCases.map(\.rawValue)))
}

extension ViewEdit {
  /// What the words and options of a command line say; `filter` where words are given.
  init(_ call: Call) {
    self.init()
    let words = call[Shared.filter]
    filter = words.isEmpty ? nil : FilterWords.joined(words)
    columns = call[ViewParameter.columns].map { text in
      text.split(separator: ",").map { trimmed($0) }
    }
    sort = call[ViewParameter.sort]
  }
}

/// How views are written.
enum ViewRow {
  static let fields = ["name", "filter", "columns", "sort"]

  static func json(_ view: SavedView) -> JSONObject {
    var json = JSONObject([("name", .string(view.name))])
    for member in view.json.members { json[member.key] = member.value }
    return json
  }

  static var listing: Listing<SavedView> {
    Listing(
      columns: [
        Column("NAME", plain: \.name), Column("FILTER", isElastic: true, plain: \.filter),
        Column("SORT") { $0.sort ?? "" },
        Column("COLUMNS", isElastic: true, isOptional: true) {
          ($0.columns ?? []).joined(separator: ",")
        },
      ],
      fields: fields, json: json)
  }
}

extension Session {
  /// Says what became of a view.
  func show(_ view: SavedView, said: String) throws {
    try output.show(ViewRow.json(view), fields: ViewRow.fields) { "\(view.name) \(said)\n" }
  }
}
