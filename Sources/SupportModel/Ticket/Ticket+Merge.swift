/// How tickets are merged.
package struct Merging: Sendable {
  /// What is said to the customer with it.
  package var message: String?
  package var reason: String?
  /// Whether the customers of the tickets may be others: they will read each other's messages.
  package var crossesCustomers = false

  package init() {}
}

extension Ticket {
  /// The event by which this ticket goes into another one; nil where it did already.
  ///
  /// It is closed by that, unless it is done, and its messages show in the other one from now on.
  package func merge(
    into target: Ticket, _ merging: Merging, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "merge this ticket")
    try requireMerge(into: target, merging, acting.settings.lifecycle)
    guard mergedInto != target.id else { return nil }
    var change = TicketChange(self)
    var before: [(key: String, value: JSON?)] = []
    if !isDone(acting) {
      before = standing
      change.move(self, to: try acting.status("closed"), acting)
    }
    change.set("merged_into", target.id.description)
    let bond = Bond(.mergedInto, target.id, at: change.turnedAt ?? acting.now, before)
    change.add("links", [bond.json])
    change.meta["reason"] = try TextRules.reason(merging.reason, acting.settings.limits)
    return change.draft(.ticketMerged, id, acting)
  }

  private func requireMerge(
    into target: Ticket, _ merging: Merging, _ lifecycle: Lifecycle
  ) throws(Refusal) {
    guard target.id != id else { throw .mergeIntoSelf(id) }
    if isErased { throw .erased(id) }
    if target.isErased { throw .erased(target.id) }
    if let other = mergedInto, other != target.id { throw .alreadyMerged(id, into: other) }
    if lifecycle.phase(of: target.status) == .done, lifecycle.phase(of: status) != .done {
      throw .mergeIntoDone(id, into: target.id, status: target.status)
    }
    guard let customer, customer != target.customer else { return }
    guard target.customer != nil else { throw .mergeIntoInternal(id, into: target.id) }
    guard merging.crossesCustomers else { throw .mergeAcrossCustomers(id, into: target.id) }
  }

  /// The event by which this ticket takes others in, which are merged into it; nil where nothing
  /// comes of it.
  package func take(
    _ sources: [Ticket], _ merging: Merging, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "merge this ticket")
    guard !sources.isEmpty else { return nil }
    var change = TicketChange(self)
    if let message = merging.message { change = try answer(message, acting) }
    var before: [(key: String, value: JSON?)] = []
    if merging.message == nil, status == "pending",
      sources.contains(where: { !$0.isDone(acting) && $0.unansweredSince != nil })
    {
      before = standing
      change.move(self, to: try acting.status("open"), acting)
    }
    for source in sources {
      let bond = bond(to: source, at: change.turnedAt ?? acting.now, before)
      change.add("links", [bond.json])
      change.add("tags", source.tags.map(JSON.string))
      change.add("watchers", source.watchers.map(JSON.string))
      change.add("cc", guests(of: source).map(JSON.string))
      before = []
    }
    change.meta["reason"] = try TextRules.reason(merging.reason, acting.settings.limits)
    return change.draft(.ticketMerged, id, acting)
  }

  /// The link to a ticket that is taken in. It names what comes with it and was not this one's own.
  private func bond(
    to source: Ticket, at: Instant, _ before: [(key: String, value: JSON?)]
  ) -> Bond {
    let others = bonds(.mergedFrom)
    let (tags, watchers) = (
      Set(tags).subtracting(others.flatMap(\.tags)),
      Set(watchers).subtracting(others.flatMap(\.watchers))
    )
    func list(_ words: [String]) -> JSON { .array(words.map(JSON.string)) }
    return Bond(
      .mergedFrom, source.id, at: at,
      before + [
        ("tags", list(source.tags.filter { !tags.contains($0) })),
        ("watchers", list(source.watchers.filter { !watchers.contains($0) })),
      ])
  }

  /// What an unmerge has to know of where a ticket stands that is moved by a merge.
  private var standing: [(key: String, value: JSON?)] {
    [("status", .string(status)), ("pending_until", document["pending_until"])]
  }

  /// The customers who come along with a ticket that is merged into this one.
  private func guests(of source: Ticket) -> [String] {
    ([source.customer].compactMap(\.self) + source.cc).filter { $0 != customer }
  }
}

// MARK: Undoing it

extension Ticket {
  /// The event by which this ticket is one of its own again, as it was before it was merged.
  package func unmerge(reason: String? = nil, _ acting: Acting) throws(Refusal) -> EventDraft {
    try acting.permissions.requireChange(of: self, "unmerge this ticket")
    guard mergedInto != nil else { throw .notMerged(id) }
    var change = TicketChange(self)
    let bonds = bonds(.mergedInto)
    for bond in bonds { change.undo(bond, of: self) }
    change.remove("links", bonds.map(\.json))
    change.set("merged_into", nil as String?)
    change.meta["reason"] = try TextRules.reason(reason, acting.settings.limits)
    return change.draft(.ticketUnmerged, id, acting)
  }

  /// The event by which this ticket gives one back that was merged into it; nil where it holds
  /// nothing of it. `others` are those that stay.
  package func release(
    _ source: Ticket, keeping others: [Ticket], _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "unmerge this ticket")
    let (gone, kept) = (
      bonds(.mergedFrom).filter { $0.ticket == source.id },
      bonds(.mergedFrom).filter { $0.ticket != source.id }
    )
    guard !gone.isEmpty else { return nil }
    var change = TicketChange(self)
    if kept.isEmpty { for bond in gone { change.undo(bond, of: self) } }
    change.remove("links", gone.map(\.json))
    func remove(_ key: String, _ words: [String], butFor kept: [String]) {
      change.remove(key, Set(words).subtracting(kept).sorted().map(JSON.string))
    }
    remove("tags", gone.flatMap(\.tags), butFor: kept.flatMap(\.tags))
    remove("watchers", gone.flatMap(\.watchers), butFor: kept.flatMap(\.watchers))
    remove("cc", guests(of: source), butFor: others.flatMap(guests))
    return change.draft(.ticketUnmerged, id, acting)
  }
}

extension TicketChange {
  /// Takes back the move that came with a bond, where the ticket has not moved since.
  fileprivate mutating func undo(_ bond: Bond, of ticket: Ticket) {
    guard let status = bond.status, let at = bond.at, let last = ticket.timeline.last,
      last.at == at, last.status == ticket.status
    else { return }
    set("status", status)
    set("pending_until", bond.pendingUntil)
    remove("statuses", [Self.timelineEntry(last.status, at)])
    guard last.status == "closed" else { return }
    for fact in ["closed_at", SLAOutcome.path] { set(fact, nil as JSON?) }
  }
}
