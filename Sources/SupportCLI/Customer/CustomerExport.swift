import CommandKit
import Platform
import SupportDesk
import SupportModel

private let target = Option.text(
  "output", short: "o", value: "DIR", "Write it here; without it, to a folder named by the address",
  completes: .directory)
private let notes = Option.flag("internal", "With the internal notes")

/// Writes everything that is held of a person.
extension Command where Context == Session {
  static var customerExport: Command {
    Command(
      "export", "Write everything that is held of a person to a folder", needs: .desk,
      arguments: [CustomerParameter.email], options: [target, notes, Shared.dryRun],
      details: """
        The folder holds customer.json (their record, their tickets with all messages, and what \
        they did) and their attachments beside it. It must not be there yet, or be empty. Internal \
        notes are left out and counted. A customer may export what is held of themselves.
        """,
      examples: [
        "support customer export bob@example.com",
        "support customer export bob@example.com -o /tmp/bob --internal",
      ]
    ) { call, session in
      let desk = try session.desk()
      let export = try desk.export(call[CustomerParameter.email], withNotes: call[notes])
      let email = export.json["email"]?.string ?? ""
      let folder = call[target] ?? Desk.folderName(for: email)
      let writer = ExportWriter(folder: folder)
      try writer.requireFree()
      if !call[Shared.dryRun] { try writer.write(export, desk) }
      try session.tell(
        summary(export, in: folder), lines(export, in: folder, isDryRun: call[Shared.dryRun]))
    }
  }

  private static func summary(_ export: PersonExport, in folder: String) -> JSONObject {
    JSONObject([
      ("path", .string(folder)), ("email", export.json["email"] ?? .null),
      ("tickets", .integer(Int64(export.tickets))),
      ("messages", .integer(Int64(export.messages))),
      ("attachments", .integer(Int64(export.attachments.count))),
      ("events", .integer(Int64(export.events))),
      ("internal_notes_left_out", .integer(Int64(export.notesLeftOut))),
    ])
  }

  private static func lines(
    _ export: PersonExport, in folder: String, isDryRun: Bool
  ) -> [String] {
    let counts = [
      counted(export.tickets, "ticket"), counted(export.messages, "message"),
      counted(export.attachments.count, "attachment"), counted(export.events, "event"),
    ].joined(separator: ", ")
    let left = export.notesLeftOut
    return ["\(folder): \(isDryRun ? "would hold " : "")\(counts)"]
      + (left > 0 ? ["\(counted(left, "internal note")) left out"] : [])
  }
}

/// Puts an export into a folder of its own.
private struct ExportWriter {
  let folder: String

  /// Refuses a folder that holds anything.
  func requireFree() throws {
    guard let status = try FileSystem.statusIfPresent(folder) else { return }
    guard status.kind == .folder, try FileSystem.names(in: folder).isEmpty else {
      throw Refusal.exists(kind: "folder", name: folder)
    }
  }

  /// The document comes last: where it is, the export is whole.
  func write(_ export: PersonExport, _ desk: Desk) throws {
    try FileSystem.makeFolder(folder)
    for (name, file) in export.attachments {
      try FileSystem.replace("\(folder)/attachments/\(name)", with: desk.bytes(of: file))
    }
    try FileSystem.replace(
      folder + "/customer.json", with: JSON.object(export.json).prettyBytes, mode: 0o600)
  }
}
