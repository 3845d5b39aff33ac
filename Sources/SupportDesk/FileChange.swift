import SupportModel
import SupportStore

/// What came of changing a settings file.
package struct Written<Value: Sendable>: Sendable {
  package var value: Value
  /// Whether anything is another than before.
  package var isChanged = true
  /// How many tickets changed with it.
  package var tickets = 0
  /// What else of the settings changed with it.
  package var alongside: [SettingsName] = []
  /// What names it and stays as somebody wrote it.
  package var leftAlone: [SettingsName] = []
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?

  init(value: Value, warning: SystemError? = nil) { (self.value, self.warning) = (value, warning) }
}

/// Another part of the settings that a change is about: `template refund`.
package struct SettingsName: Hashable, Sendable, CustomStringConvertible {
  package var kind: String
  package var name: String

  package var description: String { "\(kind) \(name)" }
}

/// A change of a settings file that has been decided on.
struct FileChange {
  var draft: EventDraft
  /// The file as it is.
  var kept: KeptFile
  var write: () throws -> Void
}

extension Desk {
  /// Changes one settings file and logs that for the audit. `decide` gives the value as it will be, and
  /// no change where it is so already.
  func changeFile<Value>(
    for purpose: String, isDryRun: Bool, _ decide: () throws -> (Value, FileChange?)
  ) throws -> Written<Value> {
    try changeSettings(for: purpose, ChangeOptions(isDryRun: isDryRun)) { _ in
      let (value, file) = try decide()
      guard let file else { return (value, nil) }
      var change = SettingsChange()
      change.add(file)
      return (value, change)
    }
  }
}
