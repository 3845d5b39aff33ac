import SupportModel
import SupportStore

extension Desk {
  /// The folder of the desk that a folder lies in; nil outside of any.
  package static func root(from folder: String) -> String? {
    (try? DeskLayout.find(from: folder)).flatMap { $0 }?.root
  }

  /// The aliases of the desk that a folder lies in; none outside of any.
  package static func aliases(from folder: String) throws -> [String: String] {
    guard let layout = try DeskLayout.find(from: folder) else { return [:] }
    return try LocalConfig(layout).aliases
  }

  /// The settings of the desk that a folder lies in, whoever asks.
  package static func settings(
    from folder: String, _ environment: Environment
  ) throws -> DeskSettings {
    guard let layout = try DeskLayout.find(from: folder) else {
      throw DeskError.noDesk(from: folder)
    }
    return try DeskStore(layout, zoneInfo: ZoneInfo(environment)).settings
  }

  /// This copy's own settings, by dotted key.
  package func localSettings() throws -> [(key: String, value: String)] {
    try requireStaff("see this copy's settings")
    return try LocalConfig(store.layout).entries
  }

  package func localSetting(_ key: String) throws -> String? {
    try LocalConfig(store.layout)[key]
  }

  /// Sets a key of this copy, or removes it.
  package func setLocal(_ key: String, _ value: String?, isDryRun: Bool = false) throws {
    try requireStaff("change this copy's settings")
    guard LocalConfig.isKnown(key) else {
      throw Refusal.unknown(kind: "setting", word: key, known: LocalConfig.keys)
    }
    if key == "actor", let value {
      _ = try Identity(store: store, environment: Environment([:])).person(named: value)
    }
    if key == "auto_commit", let value, !["true", "false"].contains(value) {
      throw Refusal.invalid(field: "auto_commit", value: value, expected: "true or false")
    }
    guard !isDryRun else { return }
    var config = try LocalConfig(store.layout)
    try config.set(key, value)
  }

  /// Where the draft of a text that is being written lies.
  package func draftPath(_ name: String) throws -> String {
    try store.draft(name)
  }
}

extension Desk {
  package static let localSettingNames = LocalConfig.keys

  /// Whether a key means anything, set or not.
  package static func isLocalSetting(_ key: String) -> Bool { LocalConfig.isKnown(key) }

  /// The address that git knows whoever runs this by.
  package static func gitEmail(from folder: String, _ environment: Environment) throws -> String? {
    try GitIdentity.email(root: folder, environment)
  }
}
