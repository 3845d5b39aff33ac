import CommandKit
import SupportDesk
import SupportModel

/// Lists the files that hang on a ticket.
extension Command where Context == Session {
  static var attachmentList: Command {
    Command(
      "list", "List the attachments of a ticket", needs: .desk,
      arguments: [Shared.ticket],
      examples: ["support attachment list k7q"]
    ) { call, session in
      let files = try session.desk().attachments(of: call[Shared.ticket]).enumerated()
        .map { (number: $0.offset + 1, message: $0.element.message, file: $0.element.file) }
      try session.output.list(
        files,
        Listing(
          columns: [
            Column("N", isNumber: true) { String($0.number) },
            Column("SIZE", isNumber: true) { String($0.file.size) },
            Column("TYPE") { $0.file.mimeType },
            Column("SENT") { TimeText.short($0.message.at, session) },
            Column("NAME", isElastic: true) { $0.file.filename },
          ],
          fields: ["number", "filename", "size", "mime_type", "sha256", "message", "at"],
          json: { file in
            var json = JSONObject([("number", .integer(Int64(file.number)))])
            for member in file.file.json.object?.members ?? [] { json[member.key] = member.value }
            json["message"] = .string(file.message.id)
            json["at"] = file.message.at.map { .string($0.description) }
            return json
          }))
    }
  }
}
