import SupportModel
import SupportStore

extension Desk {
  /// Merges tickets into another one: all of them, or none. What was merged into the target already
  /// is left as it is. `ifMatch` is the target's head.
  package func merge(
    _ references: [String], into target: String, _ merging: Merging = Merging(),
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("merge tickets")
    var transaction = try store.transaction(for: "ticket merge", chance: chance, at: now)
    let acting = acting(in: transaction.snapshot)
    var work = ruleWork(isDryRun: options.isDryRun)
    var changed = Changed(isDryRun: options.isDryRun)
    let target = try current(target, in: transaction.snapshot)
    try require(options.ifMatch, of: target)
    var (sources, seen): ([Ticket], Set<TicketID>) = ([], [])
    for reference in references {
      let source = try resolve(reference, in: transaction.snapshot)
      guard seen.insert(source.id).inserted else { continue }
      var merging = merging
      merging.crossesCustomers =
        try merging.crossesCustomers || isOneCustomer(source, target, in: transaction.snapshot)
      let draft = try refusing(source.id, isMany: references.count > 1) { () throws(Refusal) in
        try source.merge(into: target, merging, acting)
      }
      guard let draft else {
        changed.unchanged.append(source)
        continue
      }
      try record(draft, to: source.document, in: &transaction, &work)
      sources.append(source)
    }
    if let draft = try target.take(sources, merging, acting) {
      try record(draft, to: target.document, in: &transaction, &work)
    }
    changed.tickets = try ([target] + sources).compactMap { try transaction.snapshot.ticket($0.id) }
    if sources.isEmpty { (changed.unchanged, changed.tickets) = ([target], []) }
    changed.rules = notices(of: work)
    return try finish(transaction, changed)
  }

  /// Whether two tickets are the same customer's, under whichever of their addresses.
  private func isOneCustomer(
    _ one: Ticket, _ other: Ticket, in snapshot: Snapshot
  ) throws -> Bool {
    guard let address = one.customer, let another = other.customer, address != another,
      let main = try snapshot.mainCustomer(of: address)
    else { return false }
    return try main.email == snapshot.mainCustomer(of: another)?.email
  }

  /// Makes tickets that were merged tickets of their own again. `ifMatch` is the head of the one.
  package func unmerge(
    _ references: [String], reason: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("unmerge tickets")
    var transaction = try store.transaction(for: "ticket unmerge", chance: chance, at: now)
    let acting = acting(in: transaction.snapshot)
    var work = ruleWork(isDryRun: options.isDryRun)
    var (touched, seen): ([TicketID], Set<TicketID>) = ([], [])
    for reference in references {
      let source = try resolve(reference, in: transaction.snapshot)
      guard seen.insert(source.id).inserted else { continue }
      try require(options.ifMatch, of: source)
      let draft = try refusing(source.id, isMany: references.count > 1) { () throws(Refusal) in
        try source.unmerge(reason: reason, acting)
      }
      try record(draft, to: source.document, in: &transaction, &work)
      touched.append(source.id)
      // Clones may have merged it into several.
      for id in Set(source.lendsTo).sorted() {
        guard let target = try transaction.snapshot.ticket(id) else { continue }
        let others = try target.mergedFrom.filter { $0 != source.id }
          .compactMap { try transaction.snapshot.ticket($0) }
        guard let draft = try target.release(source, keeping: others, acting) else { continue }
        try record(draft, to: target.document, in: &transaction, &work)
        touched.append(id)
      }
    }
    var changed = Changed(isDryRun: options.isDryRun)
    var told: Set<TicketID> = []
    changed.tickets = try touched.filter { told.insert($0).inserted }
      .compactMap { try transaction.snapshot.ticket($0) }
    changed.rules = notices(of: work)
    return try finish(transaction, changed)
  }

  /// Opens a ticket with messages of another one, which keeps a link to it. `ifMatch` is the head of
  /// that one. The new one is the first of the changed tickets.
  package func split(
    _ reference: String, _ words: [String], _ splitting: Splitting = Splitting(),
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    try permissions.requireAgent("split tickets")
    var transaction = try store.transaction(for: "ticket split", chance: chance, at: now)
    let acting = acting(in: transaction.snapshot)
    var work = ruleWork(isDryRun: options.isDryRun)
    let old = try current(reference, in: transaction.snapshot)
    try require(options.ifMatch, of: old)
    let messages = try old.messages(named: words)
    var splitting = splitting
    // Whichever of their addresses was given, the ticket is that of the one customer.
    if let typed = splitting.customer,
      let main = try transaction.snapshot.mainCustomer(of: typed.text)
    {
      splitting.customer = EmailAddress(main.email)
    }
    let id = try transaction.freshTicketID()
    let opening = try Ticket.open(id, with: messages, of: old, splitting, acting)
    let customer = opening.patch.set["customer"]?.string
    if let customer {
      let known = try transaction.snapshot.mainCustomer(of: customer)
      welcome(customer, known, named: splitting.customerName, in: &transaction)
    }
    try record(opening, to: nil, in: &transaction, &work)
    let byOwner = Dictionary(grouping: messages) { $0.origin ?? old.id }
    for owner in Set(byOwner.keys).union([old.id]).sorted() {
      guard let ticket = try transaction.snapshot.ticket(owner) else { continue }
      let draft = ticket.give(byOwner[owner] ?? [], to: id, of: customer, acting)
      try record(draft, to: ticket.document, in: &transaction, &work)
    }
    var changed = Changed(isDryRun: options.isDryRun)
    changed.tickets = try [id, old.id].compactMap { try transaction.snapshot.ticket($0) }
    changed.rules = notices(of: work)
    return try finish(transaction, changed)
  }
}
