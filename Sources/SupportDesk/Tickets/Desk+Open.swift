import SupportModel
import SupportStore

extension Desk {
  /// Opens a ticket. Its customer's record is made in the same transaction where there is none yet;
  /// files are kept before the event that names them.
  package func open(
    _ opening: Opening, attaching paths: [String] = [], assignTo handle: String? = nil,
    _ options: ChangeOptions = ChangeOptions()
  ) throws -> Changed {
    var opening = opening
    try Ticket.requireOpening(opening, assigns: handle != nil, permissions)
    let files = try paths.map { try AttachmentStore.read($0, settings.limits) }
    opening.attachments = files.map(\.attachment)
    var transaction = try store.transaction(for: "ticket new", chance: chance, at: now)
    opening.assignee = try handle.map(assignableAgent)
    if let team = opening.team { try requireTeam(team) }
    if let category = opening.category { try takeDefaults(of: category, &opening) }
    try requireTicketRate()
    let id = try transaction.freshTicketID()
    let address = person.actor.email ?? opening.customer?.text
    let customer = try address.flatMap { try transaction.snapshot.mainCustomer(of: $0) }
    // Whichever of their addresses was given, the ticket is that of the one customer.
    if let customer, person.isStaff { opening.customer = EmailAddress(customer.email) }
    let draft = try assigningItself(
      Ticket.open(id, opening, acting(in: transaction.snapshot)), opening,
      in: transaction.snapshot)
    if let email = draft.patch.set["customer"]?.string {
      welcome(email, customer, named: opening.customerName, in: &transaction)
    }
    var work = ruleWork(isDryRun: options.isDryRun)
    try record(draft, to: nil, in: &transaction, &work)
    var changed = Changed(isDryRun: options.isDryRun)
    changed.rules = notices(of: work)
    changed.tickets = try [transaction.snapshot.ticket(id).flatMap(visible)].compactMap { $0 }
    if !options.isDryRun { try files.forEach(attachments.keep) }
    return try finish(transaction, changed)
  }

  /// What the category decides, without people and teams that a new ticket cannot have: whoever opens it
  /// can do nothing about those.
  private func takeDefaults(of category: String, _ opening: inout Opening) throws {
    var defaults = try defaults(ofCategory: category)
    if let handle = defaults.assignee, opening.assignee == nil, opening.team == nil {
      let agent = try agents.agent(handle)
      if agent?.isAway(at: now) ?? true || agent?.role == .viewer {
        opening.leftOut.append("agent \(handle)")
        defaults.assignee = nil
      }
    }
    if let team = defaults.team, opening.team == nil {
      if try !takesTickets(team) {
        opening.leftOut.append("team \(team)")
        defaults.team = nil
      }
    }
    opening.defaults = defaults
  }

  /// Makes the customer's record at first contact, and learns their name when it was not known.
  func welcome(
    _ email: String, _ known: Customer?, named name: String?, in transaction: inout Transaction
  ) {
    var set = JSONObject()
    if let name, known?.name == nil { set["name"] = .string(name) }
    guard let known else {
      set["organisation"] = settings.organisations[email].map { .string($0.name) }
      set["created_at"] = .string(now.description)
      let draft = EventDraft(
        .customerCreated, RecordKey(.customer, email), Patch(set: set),
        meta: JSONObject([("email", .string(email))]))
      transaction.record(draft, to: nil, by: person.actor)
      return
    }
    guard !set.isEmpty, known.document["head"] != nil else { return }
    let draft = EventDraft(.customerUpdated, known.key, Patch(set: set))
    transaction.record(draft, to: known.document, by: person.actor)
  }

  /// The agent of a handle or e-mail address, `me` being whoever acts.
  func assignableAgent(_ name: String) throws -> Agent {
    if name == "me", let agent = person.agent { return agent }
    let plain = name.hasPrefix("agent:") ? String(name.dropFirst(6)) : name
    let email = EmailAddress(plain)?.text
    guard let agent = try agents.agent(plain) ?? email.flatMap({ try agents.agent(email: $0) })
    else { throw DeskError.notFound(kind: "agent", name: name, known: try agents.handles()) }
    return agent
  }
}
