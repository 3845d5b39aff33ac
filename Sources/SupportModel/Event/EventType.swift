/// Why something changed. Folding never looks at it, so an event of a type from a newer version
/// still folds.
package struct EventType: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ name: String) { description = name }

  package static let ticketCreated = EventType("ticket.created")
  package static let ticketUpdated = EventType("ticket.updated")
  package static let ticketStatusChanged = EventType("ticket.status_changed")
  package static let ticketAssigned = EventType("ticket.assigned")
  package static let ticketMessageAdded = EventType("ticket.message.added")
  package static let ticketNoteAdded = EventType("ticket.note.added")
  package static let ticketRead = EventType("ticket.read")
  package static let ticketWatched = EventType("ticket.watched")
  package static let ticketResolved = EventType("ticket.resolved")
  package static let ticketClosed = EventType("ticket.closed")
  package static let ticketReopened = EventType("ticket.reopened")
  package static let ticketCancelled = EventType("ticket.cancelled")
  package static let ticketRated = EventType("ticket.rated")
  package static let ticketLinked = EventType("ticket.linked")
  package static let ticketMerged = EventType("ticket.merged")
  package static let ticketUnmerged = EventType("ticket.unmerged")
  package static let ticketSplit = EventType("ticket.split")
  package static let ticketAutocloseWarned = EventType("ticket.autoclose.warned")
  package static let ticketWoken = EventType("ticket.woken")
  package static let ticketUnanswered = EventType("ticket.unanswered")
  package static let ticketSurveyAsked = EventType("ticket.survey.asked")
  package static let ticketSLAWarning = EventType("ticket.sla.warning")
  package static let ticketSLABreached = EventType("ticket.sla.breached")
  package static let ticketEscalated = EventType("ticket.escalated")
  package static let ticketNotified = EventType("ticket.notified")
  package static let customerCreated = EventType("customer.created")
  package static let customerUpdated = EventType("customer.updated")
  package static let customerMerged = EventType("customer.merged")
  package static let customerErased = EventType("customer.erased")
  package static let ticketErased = EventType("ticket.erased")
  package static let agentAdded = EventType("agent.added")
  package static let agentUpdated = EventType("agent.updated")
  package static let agentRemoved = EventType("agent.removed")
  package static let teamAdded = EventType("team.added")
  package static let teamUpdated = EventType("team.updated")
  package static let teamRemoved = EventType("team.removed")
  package static let categoryAdded = EventType("category.added")
  package static let categoryUpdated = EventType("category.updated")
  package static let categoryMoved = EventType("category.moved")
  package static let categoryRemoved = EventType("category.removed")
  package static let tagAdded = EventType("tag.added")
  package static let tagUpdated = EventType("tag.updated")
  package static let tagRenamed = EventType("tag.renamed")
  package static let tagMerged = EventType("tag.merged")
  package static let tagRemoved = EventType("tag.removed")
  package static let deskUpdated = EventType("desk.updated")
  package static let viewAdded = EventType("view.added")
  package static let viewUpdated = EventType("view.updated")
  package static let viewRemoved = EventType("view.removed")
  package static let templateAdded = EventType("template.added")
  package static let templateUpdated = EventType("template.updated")
  package static let templateRemoved = EventType("template.removed")
  package static let articleCreated = EventType("kb.created")
  package static let articleUpdated = EventType("kb.updated")
  package static let articlePublished = EventType("kb.published")
  package static let articleArchived = EventType("kb.archived")
  package static let articleViewed = EventType("kb.viewed")
  package static let articleVoted = EventType("kb.voted")
}

extension EventType {
  /// What can happen to a ticket that a rule may listen to.
  package static let ofTickets: [EventType] = [
    .ticketCreated, .ticketUpdated, .ticketStatusChanged, .ticketAssigned, .ticketEscalated,
    .ticketMessageAdded, .ticketNoteAdded, .ticketRead, .ticketWatched, .ticketResolved,
    .ticketClosed, .ticketReopened, .ticketCancelled, .ticketRated, .ticketLinked,
    .ticketMerged, .ticketUnmerged, .ticketSplit, .ticketSLAWarning, .ticketSLABreached,
    .ticketAutocloseWarned, .ticketWoken, .ticketUnanswered, .ticketSurveyAsked, .ticketNotified,
  ]
}

/// The record or setting that an event is about; the raw value is its key in the event line.
package enum RecordKind: String, Sendable, CaseIterable {
  case ticket, customer, chat, agent, team, category, template, view, article, desk, tag

  /// Records are folded from events; the other kinds are files whose own text is the truth.
  package var isFolded: Bool { self == .ticket || self == .customer || self == .chat }
}

/// One record by kind and name: a ticket's id, a customer's address, an agent's handle.
package struct RecordKey: Hashable, Sendable {
  package var kind: RecordKind
  package var name: String

  package init(_ kind: RecordKind, _ name: String) { (self.kind, self.name) = (kind, name) }

  package static func ticket(_ id: TicketID) -> RecordKey { RecordKey(.ticket, id.description) }
  /// Whether it has a thread, and belongs to its first customer.
  package var isConversation: Bool { kind == .ticket || kind == .chat }
  package var ticketID: TicketID? { kind == .ticket ? TicketID(name) : nil }
}
