import SupportModel
import SupportStore

/// `support.json` for commands that change a part of it and check the whole.
struct DeskFile {
  private let desk: Desk
  private let file: SettingsFile

  init(_ desk: Desk) { (self.desk, file) = (desk, SettingsFile(desk.store.layout)) }

  func read() throws -> JSONObject { try file.object() }
  func settings(_ text: JSONObject) throws -> DeskSettings { try desk.store.settings(of: text) }
  func kept() throws -> KeptFile { try file.kept() }
  func write(_ text: JSONObject) throws { try file.write(text) }

  /// Refuses a text that is not what `support.json` may be, or with which something could not be read any
  /// more that names a part of it. Its lines are those of no file yet, and would lead nowhere.
  func require(_ text: JSONObject, after before: JSONObject) throws {
    let new: DeskSettings
    do { new = try settings(text) } catch var error as SettingsError {
      error.line = nil
      throw DeskError.wrongSettings(error)
    }
    let old = try settings(before)
    try requireRules(new, after: old)
    let layout = desk.store.layout
    try require(
      "category", CategoryFiles(layout, new).all(), after: CategoryFiles(layout, old).all(),
      name: \.path)
    try require(
      "view", ViewFiles(layout, new).all(), after: ViewFiles(layout, old).all(), name: \.name)
  }

  /// A rule is read when it is needed, so that nobody else would notice.
  private func requireRules(_ new: DeskSettings, after old: DeskSettings) throws {
    let (rules, former) = (new.rules.whole, old.rules.entries)
    for (place, entry) in rules.entries.enumerated() {
      do { _ = try rules.rule(place, new, at: desk.now) } catch let error as SettingsError {
        // What was broken already is not this change's doing.
        let before = former.firstIndex(of: entry)
        guard let before, isLegible(before, old) else { continue }
        let name = entry["name"]?.string ?? ""
        throw DeskError.namedBy(kind: "rule", name: name, error)
      }
    }
  }

  private func isLegible(_ place: Int, _ settings: DeskSettings) -> Bool {
    (try? settings.rules.rule(place, settings, at: desk.now)) != nil
  }

  private func require<Value>(
    _ kind: String, _ new: ReadFiles<Value>, after old: ReadFiles<Value>,
    name: (Value) -> String
  ) throws {
    let legible = Set(new.values.map(name))
    let known = Set(old.broken.map(\.file))
    guard let lost = old.values.map(name).first(where: { !legible.contains($0) }),
      let error = new.broken.first(where: { !known.contains($0.file) })
    else { return }
    throw DeskError.namedBy(kind: kind, name: lost, error)
  }

  /// What the audit reads of a change: the members that are others now, as they were and as they are.
  func draft(
    from before: JSONObject, to after: JSONObject, action: String, name: String
  ) -> EventDraft {
    var patch = Patch()
    for key in after.keys where after[key] != before[key] {
      patch.set[key] = after[key]
      patch.from[key] = before[key]
    }
    for key in before.keys where after[key] == nil {
      patch.set[key] = .null
      patch.from[key] = before[key]
    }
    return EventDraft(
      .deskUpdated, RecordKey(.desk, DeskSettings.fileName), patch,
      meta: JSONObject([("action", .string(action)), ("name", .string(name))]))
  }
}
