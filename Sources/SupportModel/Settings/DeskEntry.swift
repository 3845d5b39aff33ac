/// Something of which `support.json` has a list: a priority, a status, a custom field, a reference.
package protocol DeskEntry: Hashable, Sendable {
  /// The member of `support.json` that holds the list.
  static var list: String { get }
  /// What people call one, which is also the noun of its commands.
  static var noun: String { get }
  /// The member of an entry that names it.
  static var nameKey: String { get }
  /// The members that `json` may have.
  static var fields: [String] { get }
  /// What a name looks like.
  static var expectedName: String { get }
  static func isLegal(name: String) -> Bool
  /// All that a desk has, also where its file does not say so.
  static func all(in settings: DeskSettings) -> [Self]
  /// The others, once one is gone.
  static func without(_ name: String, _ entries: [Self]) -> [Self]

  /// What tickets call it.
  var code: String { get }
  /// The entry as `support.json` has it.
  var json: JSONObject { get }

  /// One of which nothing but the name is known.
  init(_ name: String)
}

extension DeskEntry {
  package static var nameKey: String { "code" }
  package static var expectedName: String { CustomField.expectedName }
  package static func isLegal(name: String) -> Bool { CustomField.isLegal(name: name) }

  package static func without(_ name: String, _ entries: [Self]) -> [Self] {
    entries.filter { $0.code != name }
  }
}

extension JSONObject {
  /// The text of `support.json` once a list has other entries. What did not change stays as it was
  /// written, and so do all the other members.
  package mutating func setEntries<Entry: DeskEntry>(_ new: [Entry], in settings: DeskSettings) {
    let old = Entry.all(in: settings)
    let kept = Dictionary(
      old.compactMap { entry in written(entry).map { (entry.code, (entry: entry, json: $0)) } }
    ) { first, _ in first }
    self[Entry.list] = .array(
      new.map { entry in
        guard let known = kept[entry.code], known.entry == entry else { return .object(entry.json) }
        return known.json
      })
  }

  /// An entry as it stands in the file.
  private func written<Entry: DeskEntry>(_ entry: Entry) -> JSON? {
    self[Entry.list]?.array?.first { $0[Entry.nameKey]?.string == entry.code }
  }
}

extension Priority: DeskEntry {
  package static let list = "priorities"
  package static let noun = "priority"
  package static let fields = ["code", "name", "rank", "colour", "aliases"]

  package static func all(in settings: DeskSettings) -> [Priority] { settings.priorities.all }

  package init(_ code: String) {
    self.init(code: code, name: code, rank: 0, colour: nil, aliases: [])
  }

  package var json: JSONObject {
    var object = JSONObject([
      ("code", .string(code)), ("name", .string(name)), ("rank", .integer(Int64(rank))),
    ])
    object["colour"] = colour.map { .string($0.description) }
    if !aliases.isEmpty { object["aliases"] = .array(aliases.map(JSON.string)) }
    return object
  }
}

extension Status: DeskEntry {
  package static let list = "statuses"
  package static let noun = "status"
  package static let fields = ["code", "name", "phase", "next", "aliases", "colour"]

  package static func all(in settings: DeskSettings) -> [Status] { settings.lifecycle.statuses }

  /// Nothing can become what is gone.
  package static func without(_ name: String, _ entries: [Status]) -> [Status] {
    entries.filter { $0.code != name }.map { status in
      var status = status
      status.next.removeAll { $0 == name }
      return status
    }
  }

  package init(_ code: String) {
    self.init(code: code, name: code, phase: .active, next: [], aliases: [])
  }

  package var json: JSONObject {
    var object = JSONObject([
      ("code", .string(code)), ("name", .string(name)), ("phase", .string(phase.rawValue)),
      ("next", .array(next.map(JSON.string))),
    ])
    if !aliases.isEmpty { object["aliases"] = .array(aliases.map(JSON.string)) }
    object["colour"] = colour.map { .string($0.description) }
    return object
  }
}

extension CustomField: DeskEntry {
  package static let list = "fields"
  package static let noun = "field"
  package static let fields = ["name", "label", "type", "choices", "required_in"]
  package static let nameKey = "name"

  package static func all(in settings: DeskSettings) -> [CustomField] { settings.fields.all }

  package var code: String { name }
}

extension ReferenceKind: DeskEntry {
  package static let list = "references"
  package static let noun = "reference"
  package static let fields = ["kind", "label", "url"]
  package static let nameKey = "kind"
  package static var expectedName: String { expectedKind }

  package static func isLegal(name: String) -> Bool { isLegal(kind: name) }

  package static func all(in settings: DeskSettings) -> [ReferenceKind] { settings.references.all }

  package var code: String { kind }
}
