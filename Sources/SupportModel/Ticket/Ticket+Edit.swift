/// New values for a ticket's fields; what is nil stays as it is.
package struct Edit: Sendable {
  package var subject: String?
  package var priority: String?
  package var category: String?
  package var channel: String?
  package var order: String?
  package var addTags: [String] = []
  package var removeTags: [String] = []
  package var fields: [(name: String, value: String)] = []
  package var addReferences: [OutsideReference] = []
  package var removeReferences: [OutsideReference] = []

  package init() {}

  package var isEmpty: Bool {
    subject == nil && priority == nil && category == nil && channel == nil && order == nil
      && addTags.isEmpty && removeTags.isEmpty && fields.isEmpty && addReferences.isEmpty
      && removeReferences.isEmpty
  }
}

/// What one ticket is to another.
package enum LinkKind: String, Sendable, CaseIterable {
  case relates, duplicates, blocks, child
  case duplicatedBy = "duplicated_by"
  case blockedBy = "blocked_by"
  case parent
  case mergedInto = "merged_into"
  case mergedFrom = "merged_from"
  case splitTo = "split_to"
  case splitFrom = "split_from"

  /// The same link as the other ticket sees it.
  package var inverse: LinkKind {
    switch self {
    case .relates: .relates
    case .duplicates: .duplicatedBy
    case .duplicatedBy: .duplicates
    case .blocks: .blockedBy
    case .blockedBy: .blocks
    case .child: .parent
    case .parent: .child
    case .mergedInto: .mergedFrom
    case .mergedFrom: .mergedInto
    case .splitTo: .splitFrom
    case .splitFrom: .splitTo
    }
  }
}

extension Ticket {
  /// The event that sets fields; nil when they all have these values already.
  package func edit(_ edit: Edit, _ acting: Acting) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "edit this ticket")
    if isErased,
      edit.subject != nil || edit.order != nil || !edit.fields.isEmpty
        || !edit.addReferences.isEmpty
    {
      throw .erased(id)
    }
    var change = TicketChange(self)
    if let subject = edit.subject {
      change.set("subject", try TextRules.subject(subject, acting.settings.limits))
    }
    if let priority = edit.priority { change.set("priority", try acting.priority(priority).code) }
    if let category = edit.category {
      change.set(
        "category",
        category.isEmpty ? nil : try TextRules.code(category, field: "category"))
    }
    if let channel = edit.channel { change.set("channel", try acting.channel(channel)) }
    if let order = edit.order, !order.isEmpty {
      let reference = OutsideReference(kind: ReferenceKind.order, ref: order)
      try change.refer(to: [reference], acting.settings.references)
    } else if edit.order != nil {
      change.set("order", nil as String?)
    }
    change.add(
      "tags", try edit.addTags.map { tag throws(Refusal) in .string(try TextRules.tag(tag)) })
    change.remove("tags", edit.removeTags.map { .string($0.lowercased()) })
    try change.setFields(edit.fields, acting.settings.fields)
    try change.refer(
      to: edit.addReferences, notTo: edit.removeReferences, acting.settings.references)
    if edit.category != nil || !edit.fields.isEmpty {
      try change.requireFields(acting.settings.fields)
    }
    return change.patch.isEmpty ? nil : change.draft(.ticketUpdated, id, acting)
  }

  /// The event that says how far this side has read; nil when there is nothing new.
  package func markRead(_ acting: Acting) throws(Refusal) -> EventDraft? {
    let byAgent = acting.person.isStaff
    if byAgent {
      try acting.permissions.requireAgent("mark this ticket read")
    } else {
      try acting.permissions.requireOwn(self, "mark this ticket read")
    }
    guard byAgent ? isUnreadByAgent : isUnreadByCustomer else { return nil }
    var change = TicketChange(self)
    change.set(byAgent ? "read_by_agent_at" : "read_by_customer_at", acting.now)
    return change.draft(.ticketRead, id, acting)
  }

  /// The event that makes an agent a watcher, or no longer one; nil when that changes nothing.
  package func watch(
    by agent: Agent, on: Bool, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireAgent("watch tickets")
    var change = TicketChange(self)
    if on {
      change.add("watchers", [.string(agent.handle)])
    } else {
      change.remove("watchers", [.string(agent.handle)])
    }
    return change.patch.isEmpty ? nil : change.draft(.ticketWatched, id, acting)
  }

  /// The event that links this ticket to another, or unlinks it; nil when that changes nothing.
  package func link(
    _ kind: LinkKind, to other: TicketID, on: Bool, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "link this ticket")
    guard other != id else { throw .linkToSelf(id) }
    func link(_ kind: LinkKind) -> JSON {
      .object(
        JSONObject([("kind", .string(kind.rawValue)), ("ticket", .string(other.description))]))
    }
    let opposite = kind.inverse
    if on, opposite != kind, document["links"]?.array?.contains(link(opposite)) == true {
      throw .linkedOtherwise(id, kind: opposite, to: other)
    }
    let link = link(kind)
    var change = TicketChange(self)
    if on { change.add("links", [link]) } else { change.remove("links", [link]) }
    return change.patch.isEmpty ? nil : change.draft(.ticketLinked, id, acting)
  }
}
