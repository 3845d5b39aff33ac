/// What a desk says of a tag: `tags/NAME.json`. A tag needs no file to be used.
package struct Tag: Hashable, Sendable {
  package var name: String
  package var colour: Colour?
  package var description: String?

  package init(_ name: String) { self.name = name }

  package var key: RecordKey { RecordKey(.tag, name) }

  /// In the form that tickets have it.
  package static func isLegal(name: String) -> Bool { (try? TextRules.tag(name)) == name }
}

extension Tag {
  package init(_ name: String, file: String, bytes: [UInt8]) throws {
    self.init(name)
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly(["colour", "description"])
    colour = try reader.colour("colour")
    description = try reader.filledText("description")
  }

  /// The text of the tag's file.
  package var json: JSONObject {
    var object = JSONObject()
    object["colour"] = colour.map { .string($0.description) }
    object["description"] = description.map(JSON.string)
    return object
  }
}
