import CommandKit
import SupportDesk
import SupportModel

/// Numbers of tickets instead of the tickets: `--count` and `--count-by`.
enum TicketCount {
  static let all = Option.flag("count", "Say how many there are instead")
  static let by = Option.text(
    "count-by", value: "FIELD", "Say how many there are of each value of a field",
    completes: .choices(FilterField.named.map { $0.names[0] }))

  /// What a count leaves no sense in.
  static let rules: [OptionRule] = [
    .atMostOne(of: all, by), .atMostOne(of: all, ListParameter.limit),
    .atMostOne(of: all, ListParameter.cursor), .atMostOne(of: by, ListParameter.cursor),
  ]
}

/// The tickets that have one value of a field.
private struct CountRow {
  let value: String?
  let count: Int

  var json: JSONObject {
    JSONObject([
      ("value", value.map(JSON.string) ?? .null), ("count", .integer(Int64(count))),
    ])
  }
}

extension Session {
  /// Writes the counts that a command line asks for; false where it asks for none.
  func writeCounts(_ filter: Filter, limit: Int?, _ call: Call) throws -> Bool {
    let desk = try desk()
    if call[TicketCount.all] {
      let count = try desk.count(filter)
      try output.show(JSONObject([("count", .integer(Int64(count)))])) { "\(count)\n" }
      return true
    }
    guard let name = call[TicketCount.by] else { return false }
    let context = desk.filterContext
    guard let field = context.field(name) else {
      throw Refusal.unknown(kind: "field", word: name, known: context.countedFields)
    }
    let rows = try desk.counts(filter, by: field).map { CountRow(value: $0.value, count: $0.count) }
    let shown = Array(rows.prefix(limit ?? rows.count))
    if output.isText { try output.startPager(self) }
    try output.list(shown, countListing(field, most: shown.map(\.count).max() ?? 0))
    if shown.count < rows.count {
      output.note("showing \(shown.count) of \(counted(rows.count, "value"))")
    }
    return true
  }

  /// On a terminal with bars, which compare the rows.
  private func countListing(_ field: FilterField, most: Int) -> Listing<CountRow> {
    let bar = Column<CountRow>("") {
      Bar.text(Double($0.count) / Double(max(most, 1)), width: 30)
    } shown: {
      Cell(Bar.text(Double($0.count) / Double(max(most, 1)), width: 30), .cyan)
    }
    let columns = [
      Column<CountRow>(field.description.uppercased(), isElastic: true) { $0.value ?? "none" },
      Column<CountRow>("COUNT", isNumber: true) { "\($0.count)" },
    ]
    return Listing(
      columns: output.isTerminal ? columns + [bar] : columns, fields: ["value", "count"],
      json: \.json)
  }
}
