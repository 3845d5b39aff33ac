import SupportModel
import SupportStore

/// New values for an entry of a list in `support.json`; what is nil stays as it is.
package protocol DeskEntryEdit: Hashable, Sendable {
  associatedtype Entry: DeskEntry

  /// One that says nothing.
  init()

  /// Makes the entry at a place what it is to be, and others with it where they name it. `isNew` is
  /// whether it is to be there for the first time.
  func apply(to place: Int, of entries: inout [Entry], isNew: Bool) throws
}

extension Desk {
  package func entries<Entry: DeskEntry>(_: Entry.Type) throws -> [Entry] {
    try requireStaff("see the settings")
    return Entry.all(in: settings)
  }

  package func entry<Entry: DeskEntry>(_: Entry.Type, _ name: String) throws -> Entry {
    let all = try entries(Entry.self)
    return all[try place(of: name, in: all)]
  }

  package func addEntry<Edit: DeskEntryEdit>(
    _ name: String, _ edit: Edit, isDryRun: Bool = false
  ) throws -> Written<Edit.Entry> {
    let noun = Edit.Entry.noun
    guard Edit.Entry.isLegal(name: name) else {
      throw Refusal.invalid(
        field: "name of a \(noun)", value: name, expected: Edit.Entry.expectedName)
    }
    return try changeEntries(
      "add", Edit.Entry.self, name, ChangeOptions(isDryRun: isDryRun)
    ) { entries in
      guard !entries.contains(where: { $0.code == name }) else {
        throw Refusal.exists(kind: noun, name: name)
      }
      entries.append(Edit.Entry(name))
      try edit.apply(to: entries.count - 1, of: &entries, isNew: true)
      return entries[try place(of: name, in: entries)]
    }
  }

  package func editEntry<Edit: DeskEntryEdit>(
    _ name: String, _ edit: Edit, isDryRun: Bool = false
  ) throws -> Written<Edit.Entry> {
    try changeEntries(
      "edit", Edit.Entry.self, name, ChangeOptions(isDryRun: isDryRun)
    ) { entries in
      try edit.apply(to: place(of: name, in: entries), of: &entries, isNew: false)
      return entries[try place(of: name, in: entries)]
    }
  }

  /// Removes an entry; `tickets` says which have it, and what becomes of them.
  package func removeEntry<Entry: DeskEntry>(
    _: Entry.Type, _ name: String, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Entry> {
    try removeEntry(Entry.self, name, options) { _ in nil }
  }

  func removeEntry<Entry: DeskEntry>(
    _: Entry.Type, _ name: String, _ options: ChangeOptions,
    tickets: (Snapshot) throws -> SettingsChange.TicketsBehind?
  ) throws -> Written<Entry> {
    try changeEntries("remove", Entry.self, name, options, tickets: tickets) { entries in
      let entry = entries[try place(of: name, in: entries)]
      entries = Entry.without(name, entries)
      return entry
    }
  }

  /// Changes one of the lists in `support.json`. All of the file is checked as it will be, before any of
  /// it is written.
  private func changeEntries<Entry: DeskEntry>(
    _ verb: String, _: Entry.Type, _ name: String, _ options: ChangeOptions,
    tickets: (Snapshot) throws -> SettingsChange.TicketsBehind? = { _ in nil },
    _ body: (inout [Entry]) throws -> Entry
  ) throws -> Written<Entry> {
    try permissions.requireAdmin("change the settings")
    let file = DeskFile(self)
    return try changeSettings(for: "\(Entry.noun) \(verb)", options) { snapshot in
      let before = try file.read()
      let settings = try file.settings(before)
      var entries = Entry.all(in: settings)
      let entry = try body(&entries)
      guard entries != Entry.all(in: settings) else { return (entry, nil) }
      var after = before
      after.setEntries(entries, in: settings)
      try file.require(after, after: before)
      var change = SettingsChange()
      change.tell(
        file.draft(from: before, to: after, action: "\(Entry.noun) \(verb)", name: name))
      change.tickets = try tickets(snapshot)
      if change.tickets == nil {
        change.write(try file.kept()) { try file.write(after) }
      } else {
        // Tickets may name it until the log says that they do no longer.
        change.clear { try file.write(after) }
      }
      return (entry, change)
    }
  }

  private func place<Entry: DeskEntry>(of name: String, in entries: [Entry]) throws -> Int {
    guard let place = entries.firstIndex(where: { $0.code == name }) else {
      throw DeskError.notFound(kind: Entry.noun, name: name, known: entries.map(\.code))
    }
    return place
  }
}
