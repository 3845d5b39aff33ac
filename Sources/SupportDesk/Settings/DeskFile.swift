import SupportModel
import SupportStore

/// `support.json` for commands that change a part of it and check the whole.
struct DeskFile {
  private let store: DeskStore
  private let file: SettingsFile

  init(_ store: DeskStore) { (self.store, file) = (store, SettingsFile(store.layout)) }

  func read() throws -> JSONObject { try file.object() }
  func settings(_ text: JSONObject) throws -> DeskSettings { try store.settings(of: text) }
  func kept() throws -> KeptFile { try file.kept() }
  func write(_ text: JSONObject) throws { try file.write(text) }

  /// Refuses a text that is not what `support.json` may be. Its lines are those of no file yet, and
  /// would lead nowhere.
  func require(_ text: JSONObject) throws {
    do { _ = try settings(text) } catch var error as SettingsError {
      error.line = nil
      throw DeskError.wrongSettings(error)
    }
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
