/// The names of the columns of a table to import: those of a loose record, and `field.NAME` for
/// custom fields.
package struct CSVHeader: Sendable {
  package let names: [String]

  /// Refuses names that no record has: then no row could be imported.
  package init(_ row: CSVRows.Row, ignoresUnknown: Bool) throws {
    if let error = row.error { throw error }
    var names = row.values.map { trimmed($0) }
    if names[0].hasPrefix("\u{FEFF}") { names[0].removeFirst() }
    let columns = JSONObject(
      unique: names.filter { !$0.hasPrefix("field.") }.map { .init(key: $0, value: true) })
    _ = try LooseMembers(columns, LooseMembers.ticket, ignoresUnknown: ignoresUnknown)
    self.names = names
  }
}
