import CommandKit
import SupportDesk
import SupportModel

/// The verbs that all lists in `support.json` have.
extension Session {
  func addEntry<Edit: DeskEntryEdit>(_ name: String, _ edit: Edit, _ call: Call) throws {
    let isDryRun = call[Shared.dryRun]
    let entry = try settled(desk().addEntry(name, edit, isDryRun: isDryRun))
    try show(entry, said: isDryRun ? "would be added" : "added")
  }

  /// `parameters` are what can be said; something of it has to be.
  func editEntry<Edit: DeskEntryEdit>(
    _ name: String, _ edit: Edit, _ parameters: [any Parameter], _ call: Call
  ) throws {
    try require(edit != Edit(), of: parameters)
    let isDryRun = call[Shared.dryRun]
    let written = try desk().editEntry(name, edit, isDryRun: isDryRun)
    let changed = isDryRun ? "would be changed" : "changed"
    try show(settled(written), said: written.isChanged ? changed : "unchanged")
  }

  /// Asks before an entry goes; `remove` is tried before anybody is asked.
  func removeEntry<Entry: DeskEntry>(
    _ name: String, _ call: Call, _ remove: (ChangeOptions) throws -> Written<Entry>
  ) throws {
    _ = try remove(ChangeOptions(isDryRun: true))
    let (options, progress) = options(call)
    if !options.isDryRun {
      try prompt.confirm(
        "Remove the \(Entry.noun) \(name)?", isGiven: call[Shared.yes], self)
    }
    let written = try remove(options)
    progress.finish()
    try show(
      settled(written, options), said: options.isDryRun ? "would be removed" : "removed")
  }

  func listEntries<Entry: DeskEntry>(_: Entry.Type, _ columns: [Column<Entry>]) throws {
    try output.list(
      desk().entries(Entry.self),
      Listing(columns: columns, fields: Entry.fields, json: \.json))
  }

  func showEntry<Entry: DeskEntry>(_: Entry.Type, _ name: String) throws {
    try output.showMembers(desk().entry(Entry.self, name).json, fields: Entry.fields)
  }

  private func show<Entry: DeskEntry>(_ entry: Entry, said: String) throws {
    try output.show(entry.json, fields: Entry.fields) { "\(entry.code) \(said)\n" }
  }
}
