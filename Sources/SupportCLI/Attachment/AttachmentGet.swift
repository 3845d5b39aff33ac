import CommandKit
import Platform
import SupportDesk
import SupportModel

private let which = Argument.one(
  "FILE", "The attachment's number in the list, or its name")
private let target = Option.text(
  "output", short: "o", value: "FILE", "Write it here; - is standard output", completes: .file)

/// Takes a file out of a ticket.
extension Command where Context == Session {
  static var attachmentGet: Command {
    Command(
      "get", "Write an attachment to a file", needs: .desk,
      arguments: [Shared.ticket, which], options: [target],
      details: """
        Without --output it is written to the current folder under its own name; a file that is \
        there is never overwritten.
        """,
      examples: [
        "support attachment get k7q 1", "support attachment get k7q photo.jpg -o /tmp/x.jpg",
      ]
    ) { call, session in
      let desk = try session.desk()
      let files = try desk.attachments(of: call[Shared.ticket]).map(\.file)
      let word = call[which]
      let byNumber = Int(word).flatMap { files.indices.contains($0 - 1) ? files[$0 - 1] : nil }
      guard let file = byNumber ?? files.first(where: { $0.filename == word }) else {
        throw DeskError.notFound(
          kind: "attachment", name: word, known: files.map(\.filename))
      }
      let bytes = try desk.bytes(of: file)
      if call[target] == "-" { return try session.output.write(bytes) }
      let path = call[target] ?? Desk.fileName(for: file)
      guard try FileSystem.statusIfPresent(path) == nil else {
        throw Refusal.exists(kind: "file", name: path)
      }
      try FileSystem.replace(path, with: bytes)
      var record = file.json.object ?? JSONObject()
      record["path"] = .string(path)
      try session.output.show(record) { path + "\n" }
    }
  }
}
