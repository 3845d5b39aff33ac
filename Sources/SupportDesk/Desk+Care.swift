import SupportModel
import SupportStore

extension Desk {
  /// Makes a desk, with whoever runs it as the first admin.
  package static func make(
    in folder: String, name: String, admin: Agent, isDryRun: Bool = false
  ) throws -> String {
    if isDryRun {
      try NewDesk.requireNone(in: folder)
      return folder
    }
    return try NewDesk.make(in: folder, name: name, firstAdmin: admin).root
  }

  package func fsck(repair: Bool) throws -> FsckReport {
    try requireStaff("check the desk")
    try requireWholeDesk("check the whole desk")
    return try store.fsck(repair: repair, at: now)
  }

  /// Checks the desk that a folder lies in, also where its settings are what is broken.
  package static func fsck(from folder: String, repair: Bool, at now: Instant) throws -> FsckReport
  {
    guard let layout = try DeskLayout.find(from: folder) else {
      throw DeskError.noDesk(from: folder)
    }
    let (store, error) = try DeskStore.toCheck(layout)
    return try store.fsck(repair: repair, at: now, settingsError: error)
  }

  /// The tickets whose documents somebody changed by hand, all or among those given.
  package func editedTickets(_ references: [String]) throws -> [TicketID] {
    try permissions.requireAgent("rebuild documents")
    if references.isEmpty { try requireWholeDesk("rebuild all documents") }
    return try store.editedTickets(among: ids(references))
  }

  /// Folds documents again from the log.
  package func rebuild(_ references: [String]) throws -> DeskStore.Rebuilt {
    try permissions.requireAgent("rebuild documents")
    if references.isEmpty { try requireWholeDesk("rebuild all documents") }
    return try store.rebuild(ids(references))
  }

  /// What looks at every file tells of tickets that do not exist for an agent who is held to
  /// categories.
  private func requireWholeDesk(_ action: String) throws {
    guard permissions.mayReadAll else { throw Refusal.notPermitted(person.actor, action: action) }
  }

  private func ids(_ references: [String]) throws -> [TicketID]? {
    guard !references.isEmpty else { return nil }
    let snapshot = try store.snapshot()
    return try references.map { try resolve($0, in: snapshot).id }
  }

  /// Turns what somebody changed by hand in documents into events.
  package func adopt(
    _ references: [String], _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("adopt edits")
    var transaction = try store.transaction(for: "adopt", chance: chance, at: now)
    var changed = Changed(isDryRun: options.isDryRun)
    let acting = acting(in: transaction.snapshot)
    var seen: Set<TicketID> = []
    for reference in references {
      let found = try resolve(reference, in: transaction.snapshot)
      let id = found.id
      guard seen.insert(id).inserted else { continue }
      guard let edit = try store.handEdit(id) else {
        changed.unchanged.append(found)
        continue
      }
      // A status comes with the timeline, which no edit of the one field brings along.
      let foreign = edit.fields.filter { $0 == "status" || edit.foreign.contains($0) }
      guard foreign.isEmpty else { throw StoreError.cannotAdopt(id, fields: foreign) }
      try transaction.refold(.ticket(id))
      guard let ticket = try transaction.snapshot.ticket(id) else { continue }
      let draft = try ticket.adopt(edit.patch, acting)
      transaction.record(draft, to: ticket.document, by: person.actor)
      changed.tickets += try [transaction.snapshot.ticket(id)].compactMap { $0 }
    }
    return try finish(transaction, changed)
  }
}
