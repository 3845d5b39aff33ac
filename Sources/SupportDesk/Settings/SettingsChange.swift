import SupportModel
import SupportStore

/// A change of settings that has been decided on, with what becomes of tickets.
///
/// What names something new is written before the log is, and what goes away goes after it. So whoever
/// is killed in between leaves a desk in which nothing is named that is not there, and in which the
/// same command can be given again.
struct SettingsChange {
  /// What the log tells of it.
  private(set) var drafts: [EventDraft] = []
  /// The files as they are, to put back what was written when the log cannot be.
  private(set) var kept: [KeptFile] = []
  private(set) var writes: [() throws -> Void] = []
  private(set) var clears: [() throws -> Void] = []
  var tickets: TicketsBehind?
  /// What else of the settings changes with it, for whoever asked for the change.
  private(set) var alongside: [SettingsName] = []
  /// What names it and stays as somebody wrote it.
  var leftAlone: [SettingsName] = []

  /// The tickets that a change of settings is about, and the event of each.
  struct TicketsBehind {
    var filter: Filter
    var verb: (Ticket, Acting) throws -> EventDraft?
  }

  var isEmpty: Bool { drafts.isEmpty && writes.isEmpty && clears.isEmpty && tickets == nil }

  mutating func tell(_ draft: EventDraft) { drafts.append(draft) }

  /// Writes a file before the log tells of it.
  mutating func write(_ kept: KeptFile, _ write: @escaping () throws -> Void) {
    self.kept.append(kept)
    writes.append(write)
  }

  mutating func add(_ change: FileChange) {
    tell(change.draft)
    write(change.kept, change.write)
  }

  /// Changes a file of something else that names what changes.
  mutating func take(along change: FileChange) {
    let subject = change.draft.subject
    alongside.append(SettingsName(kind: subject.kind.rawValue, name: subject.name))
    add(change)
  }

  /// Takes something away once the log has told of it.
  mutating func clear(_ clear: @escaping () throws -> Void) { clears.append(clear) }
}

extension Desk {
  /// Changes settings and tickets under one lock. `decide` reads and checks while it is held, so that of
  /// many who change a file at once none undoes another's work; it gives the value as it will be, and no
  /// change where it is so already. A file whose change cannot be logged is put back.
  func changeSettings<Value>(
    for purpose: String, _ options: ChangeOptions,
    _ decide: (Snapshot) throws -> (Value, SettingsChange?)
  ) throws -> Written<Value> {
    var transaction = try store.transaction(for: purpose, chance: chance, at: now)
    let (value, change) = try decide(transaction.snapshot)
    var written = Written(value: value)
    guard let change, !change.isEmpty else {
      written.isChanged = false
      return written
    }
    (written.alongside, written.leftAlone) = (change.alongside, change.leftAlone)
    for draft in change.drafts { try transaction.record(draft, by: person.actor) }
    var decided = 0
    if let behind = change.tickets {
      var options = options
      // Nobody names them one by one.
      options.each = { _, isChanged in if isChanged { written.tickets += 1 } }
      let choice = TicketChoice.found(behind.filter)
      let references = try references(choice, in: transaction.snapshot)
      decided = references.count
      // Rules are for what happens to tickets, not for the words that the desk has for it.
      var work = RuleWork.none(settings)
      _ = try self.change(
        references, of: choice, options, in: &transaction, &work, behind.verb)
    }
    guard !options.isDryRun else { return written }
    do {
      for write in change.writes { try write() }
      written.warning = try transaction.commit { options.progress?(decided + $0, 2 * decided) }
    } catch {
      // The failure that led here is the one to tell.
      for file in change.kept { try? file.putBack() }
      throw error
    }
    for clear in change.clears { try clear() }
    return written
  }
}
