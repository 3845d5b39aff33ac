import SupportDesk
import SupportModel

/// Columns that somebody picked for a list of tickets.
struct PickedColumns {
  let columns: [TicketColumn]
  let listing: TicketListing

  /// Whether lines say all that the columns show.
  var areOfSummaries: Bool { columns.allSatisfy { TicketSummary.fields.contains($0.member) } }

  /// What is left of a record that only these columns show.
  func reduced(_ record: JSONObject) -> JSONObject {
    let needed = Set(columns.map { $0.member.prefix { $0 != "." } } + ["sla_overdue"])
    return JSONObject(
      record.members.filter { needed.contains($0.key[...]) }.map { ($0.key, $0.value) })
  }

  var records: Listing<JSONObject> {
    Listing(columns: columns.map(column), fields: TicketView.fields, json: \.self)
  }

  private func column(_ column: TicketColumn) -> Column<JSONObject> {
    let isShort = ["id", "status", "priority"].contains(column.member) || column.isTime
    return Column(column.name.uppercased(), isElastic: !isShort) { record in
      FormatTemplate.text(column.value(in: record))
    } shown: { record in
      cell(column, record)
    }
  }

  private func cell(_ column: TicketColumn, _ record: JSONObject) -> Cell {
    let text = FormatTemplate.text(column.value(in: record))
    if column.isTime, let time = Instant(text) {
      let isLate = column.member == "sla_due_at" && record["sla_overdue"]?.bool == true
      return Cell(TimeText.short(time, listing.session), isLate ? .boldRed : .plain)
    }
    switch column.member {
    case "status": return Cell(text, listing.statusStyle(text))
    case "priority": return Cell(text, listing.priorityStyle(text))
    default: return Cell(text)
    }
  }
}
