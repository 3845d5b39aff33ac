import SupportModel
import SupportStore

/// What came of changing a settings file.
package struct Written<Value: Sendable>: Sendable {
  package var value: Value
  /// Whether anything is another than before.
  package var isChanged = true
  /// How many tickets changed with it.
  package var tickets = 0
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?

  init(value: Value, warning: SystemError? = nil) { (self.value, self.warning) = (value, warning) }
}

/// A change of a settings file that has been decided on.
struct FileChange {
  var draft: EventDraft
  /// The file as it is.
  var kept: KeptFile
  var write: () throws -> Void
}

extension Desk {
  /// Changes a settings file and logs that for the audit, under one lock.
  ///
  /// `decide` reads and checks while the lock is held, so that of many who change a file at once
  /// none undoes another's work. It gives the value as it will be, and no change where it is so
  /// already. A file whose change cannot be logged is put back.
  func changeFile<Value>(
    for purpose: String, isDryRun: Bool, _ decide: () throws -> (Value, FileChange?)
  ) throws -> Written<Value> {
    var transaction = try store.transaction(for: purpose, chance: chance, at: now)
    let (value, change) = try decide()
    guard let change, !isDryRun else { return Written(value: value) }
    try transaction.record(change.draft, by: person.actor)
    do {
      try change.write()
      return Written(value: value, warning: try transaction.commit())
    } catch {
      // The failure that led here is the one to tell.
      try? change.kept.putBack()
      throw error
    }
  }
}
