import SupportModel
import SupportStore

extension Desk {
  /// In bytes: no record is longer.
  package static let longestRecord = 16 * 1024 * 1024

  /// Imports the records that `body` adds. A ticket that is here already is passed over, so that an
  /// import can be done again, or go on where it was killed.
  ///
  /// `reject` is told of each record that is not imported and why, `progress` of how many are done.
  package func importTickets(
    isDryRun: Bool = false, ignoresUnknown: Bool = false,
    reject: @escaping (RejectedRecord) throws -> Void, progress: @escaping (Int) -> Void = { _ in },
    from body: (inout ImportRun) throws -> Void
  ) throws -> Imported {
    try permissions.requireAdmin("import tickets")
    return try store.whileImporting {
      var run = try ImportRun(
        self, isDryRun: isDryRun, ignoresUnknown: ignoresUnknown, reject: reject,
        progress: progress)
      try body(&run)
      try run.finish()
      if !isDryRun, run.result.tickets > 0 { try store.settle() }
      return run.result
    }
  }

  /// A place for what comes from a pipe and has to be read twice.
  package func importSpool() throws -> String { try store.importSpool() }
}
