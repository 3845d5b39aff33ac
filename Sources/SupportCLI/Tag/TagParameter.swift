import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the tag commands share.
enum TagParameter {
  static let name = Argument.one("TAG", "The tag", completes: .live("tag"))
  static let colour = Option.text(
    "colour", value: "COLOUR", "A name such as red, or #rrggbb; '' for none",
    completes: .choices(Colour.Name.allCases.map(\.rawValue)))
  static let description = Option.text(
    "description", value: "TEXT", "When it is used, '' for nothing said")

  /// What can be said of a tag.
  static let all: [any Parameter] = [colour, description]
}

extension TagEdit {
  init(_ call: Call) {
    self.init()
    (colour, description) = (call[TagParameter.colour], call[TagParameter.description])
  }
}

/// How tags are written.
enum TagRow {
  static let fields = ["tag", "colour", "description", "tickets"]

  static func json(_ tag: Tag) -> JSONObject {
    var json = JSONObject([("tag", .string(tag.name))])
    for member in tag.json.members { json[member.key] = member.value }
    return json
  }

  static func json(_ use: TagUse) -> JSONObject {
    var json = json(use.tag)
    json["tickets"] = .integer(Int64(use.tickets))
    return json
  }

  static var listing: Listing<TagUse> {
    Listing(
      columns: [
        Column("TAG") {
          $0.tag.name
        } shown: { use in
          Cell(use.tag.name, use.tag.colour.map(Style.init) ?? .plain)
        },
        Column("TICKETS") { String($0.tickets) },
        Column("COLOUR") { $0.tag.colour?.description ?? "" },
        Column("DESCRIPTION", isElastic: true) { $0.tag.description ?? "" },
      ],
      fields: fields, json: json)
  }
}

extension Session {
  /// Says what became of a tag.
  func show(_ tag: Tag, said: String) throws {
    try output.show(TagRow.json(tag), fields: TagRow.fields) { "\(tag.name) \(said)\n" }
  }
}
