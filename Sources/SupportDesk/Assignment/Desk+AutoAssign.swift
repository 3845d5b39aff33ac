import SupportModel
import SupportStore

extension Desk {
  /// Gives each of some tickets that nobody has to who can take it. A ticket for which there is nobody
  /// waits, and one that somebody has stays with them. `tell` gets each choice.
  ///
  /// Where it `drains`, these are all that wait in teams which do not assign by hand, the oldest first;
  /// a choice by a filter narrows them.
  package func assignByItself(
    _ tickets: TicketChoice, drains: Bool = false, _ reason: String? = nil,
    _ options: ChangeOptions = ChangeOptions(),
    tell: (AssignmentChoice) throws -> Void = { _ in }
  ) throws -> Changed {
    try permissions.requireAgent("assign this ticket")
    guard drains else {
      return try assign(tickets, reason, isAsked: true, options, tell: tell)
    }
    var filter = Filter.everything
    if case .found(let narrower) = tickets { filter = narrower }
    let waiting = try Filter.parse("is:open is:unassigned sort:created", filterContext)
    var ids: [String] = []
    _ = try list(waiting.and(filter)) { ids += $0.map(\.id.description) }
    // A transaction of no tickets is none.
    guard !ids.isEmpty else { return Changed(isDryRun: options.isDryRun) }
    return try assign(.these(ids), reason, isAsked: false, options, tell: tell)
  }

  /// Who had a ticket, when and why; for the people of the desk.
  package func assignments(of ticket: Ticket) throws -> [AssignmentRecord] {
    guard person.isStaff else { return [] }
    return AssignmentRecord.history(try store.snapshot().history(of: ticket.key))
  }

  /// `isAsked` is whether somebody named these tickets, also such of teams that assign by hand.
  private func assign(
    _ tickets: TicketChoice, _ reason: String?, isAsked: Bool, _ options: ChangeOptions,
    tell: (AssignmentChoice) throws -> Void
  ) throws -> Changed {
    var round: AssignmentRound?
    return try change(tickets, for: "ticket assign", options) { ticket, acting in
      guard ticket.assignee == nil, settings.lifecycle.phase(of: ticket.status) != .done else {
        return nil
      }
      // Made under the lock, by which nobody else gives anything away meanwhile.
      var present = try round ?? AssignmentRound(self, in: store.snapshot(), isShown: true)
      defer { round = present }
      guard try isAsked || present.isAutomatic(ticket) else { return nil }
      let choice = try present.choice(for: ticket)
      try tell(choice)
      guard let agent = choice.chosen else { return nil }
      present.take(AssignmentMove(to: agent.handle))
      return try ticket.assign(
        .agent(agent, team: choice.question.team), reason: reason ?? choice.reason, acting)
    }
  }

  /// The event that opens a ticket, with somebody who gets it where its category wants that and its team
  /// does not assign by hand.
  func assigningItself(
    _ draft: EventDraft, _ opening: Opening, in snapshot: Snapshot
  ) throws -> EventDraft {
    guard opening.defaults.assignsItself == true, draft.patch.set["assigned_to"] == nil,
      let ticket = Ticket.opened(by: draft)
    else { return draft }
    var round = try AssignmentRound(self, in: snapshot)
    guard try round.isAutomatic(ticket) else { return draft }
    let choice = try round.choice(for: ticket)
    guard let agent = choice.chosen else { return draft }
    var draft = draft
    draft.patch.set["assigned_to"] = .string(agent.handle)
    draft.meta["reason"] = .string(choice.reason)
    return draft
  }
}
