import CommandKit
import Platform
import SupportDesk
import SupportModel

private let csv = Option.flag("csv", "Write the members that are no lists as CSV with a header")
private let target = Option.text(
  "output", short: "o", value: "FILE", "Write to a file, which is there when it is whole",
  completes: .file)

/// Writes tickets for other programs.
extension Command where Context == Session {
  static var exportTickets: Command {
    Command(
      "export", "Write tickets for other programs", needs: .desk,
      arguments: [Shared.filter], options: [csv, target],
      details: """
        Writes each ticket's document on a line of its own, in the order of the ids: those that \
        are done too, unless the filter says otherwise. `support import` takes them, and makes the \
        same documents of them. The bytes of attachments and the records of customers are not in it.
        """,
      examples: [
        "support export > tickets.jsonl", "support export created:2026 -o 2026.jsonl",
        "support export is:open --csv -o open.csv",
      ]
    ) { call, session in
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[Shared.filter], desk.filterContext)
      let export = TicketExport(session: session, desk: desk, filter: filter)
      guard let path = call[target] else {
        try export.write(asCSV: call[csv]) { try session.output.write($0) }
        return
      }
      let file = try OutputFile(path)
      let count = try export.write(asCSV: call[csv], to: file.write(_:))
      try file.finish()
      session.output.note("\(path): \(counted(count, "ticket"))")
    }
  }
}

/// Writes the tickets that a filter finds.
private struct TicketExport {
  let session: Session
  let desk: Desk
  let filter: Filter

  /// Returns how many there were.
  @discardableResult
  func write(asCSV: Bool, to sink: ([UInt8]) throws -> Void) throws -> Int {
    asCSV ? try writeRows(sink) : try writeDocuments(sink)
  }

  private func writeDocuments(_ sink: ([UInt8]) throws -> Void) throws -> Int {
    var count = 0
    let form = try ExportForm(session.output.form)
    let end = Array(session.output.recordEnd.utf8)
    try desk.exportTickets(filter) { ticket in
      count += 1
      try sink(form.bytes(ticket.document) + end)
    }
    return count
  }

  private static let columns = [
    "id", "subject", "status", "priority", "category", "channel", "customer", "assigned_to", "team",
    "tags", "order", "external_id", "created_at", "updated_at", "resolved_at", "closed_at",
  ]

  /// The names of the custom fields are found in a first pass.
  private func writeRows(_ sink: ([UInt8]) throws -> Void) throws -> Int {
    var names: Set<String> = []
    try desk.exportTickets(filter) { names.formUnion($0.fields.keys) }
    let fields = names.sorted()
    try sink(Array(CSV.line(Self.columns + fields.map { "field.\($0)" }).utf8))
    var count = 0
    try desk.exportTickets(filter) { ticket in
      count += 1
      let flat = Self.columns.map { Self.value(ticket.document[$0]) }
      try sink(Array(CSV.line(flat + fields.map { Self.value(ticket.fields[$0]) }).utf8))
    }
    return count
  }

  /// Tags have commas between them, as an import reads them.
  private static func value(_ json: JSON?) -> String {
    json?.array.map { $0.map { CSV.value($0) }.joined(separator: ",") } ?? CSV.value(json)
  }
}

/// A document as it was asked for: whole, some members of it, or filled into a format.
private struct ExportForm {
  private let pick: FieldPick
  private let template: FormatTemplate?

  init(_ form: Output.Form) throws {
    switch form {
    case .text: (pick, template) = (try FieldPick(nil, known: []), nil)
    case .json(let fields):
      (pick, template) = (try FieldPick(fields, known: DocumentShape.ticket), nil)
    case .format(let format):
      try format.check(known: DocumentShape.ticket)
      (pick, template) = (try FieldPick(nil, known: []), format)
    }
  }

  func bytes(_ document: JSONObject) -> [UInt8] {
    if let template { return Array(template.fill(document).utf8) }
    return JSON.object(pick.pick(document)).compactBytes
  }
}
