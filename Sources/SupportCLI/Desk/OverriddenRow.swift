import SupportModel

/// How values that a merge overrode are written. The columns of a pipe are a contract: record,
/// field, the value that won, who and when, the value that lost, who and when.
enum OverriddenRow {
  static func listing(_ session: Session) -> Listing<OverriddenValue> {
    Listing(
      columns: [
        Column("RECORD") { $0.record.name },
        Column("FIELD") {
          $0.field
        } shown: {
          Cell($0.field, .bold)
        },
        Column("WON", isElastic: true) { text($0.won.value) },
        Column("BY") { $0.won.by.description },
        Column("WHEN") { TimeText.short($0.won.at, session) },
        Column("LOST", isElastic: true) {
          text($0.lost.value)
        } shown: {
          Cell(text($0.lost.value), .yellow)
        },
        Column("BY") { $0.lost.by.description },
        Column("WHEN") { TimeText.short($0.lost.at, session) },
      ],
      fields: OverriddenValue.fields, json: \.json)
  }

  private static func text(_ value: JSON?) -> String { value.map { $0.string ?? $0.compact } ?? "" }
}
