extension Filter {
  package func matches(_ subject: FilterSubject) -> Bool { expression.matches(subject) }
}

extension FilterExpression {
  package func matches(_ subject: FilterSubject) -> Bool {
    switch self {
    case .term(let term): term.anyOf.contains { subject.passes($0) }
    case .not(let inner): !inner.matches(subject)
    case .all(let parts): parts.allSatisfy { $0.matches(subject) }
    case .any(let parts): parts.contains { $0.matches(subject) }
    }
  }
}

extension FilterSubject {
  package func passes(_ test: FilterTest) -> Bool { holds(test.fact) != test.isNegated }

  private func holds(_ fact: FilterFact) -> Bool {
    switch fact {
    case .mentions(let needle, let inNotes): mentions(needle, inNotes: inNotes)
    case .contains(let field, let needle): words(field).contains(where: needle.occurs)
    case .id(let reference): reference.matches(ticket.id)
    case .among(let field, let values): words(field).contains(where: values.contains)
    case .below(let category):
      words(.category).contains { Category.isWithin($0, category) }
    case .domain(let domain): words(.customer).contains { $0.hasSuffix(domain) }
    case .time(let field, let range): time(field).map(range.contains) ?? false
    case .number(let field, let range): number(field).map(range.contains) ?? false
    case .present(let field):
      field.kind == .time ? time(field) != nil : !words(field).isEmpty
    case .message(let fact, let inNotes):
      ticket.messages.contains { (inNotes || !$0.isInternal) && $0.holds(fact) }
    case .linked(let reference): ticket.linked.contains(where: reference.matches)
    case .attachment(let inNotes):
      ticket.messages.contains { !$0.attachments.isEmpty && (inNotes || !$0.isInternal) }
    case .state(let state): holds(state)
    }
  }

  private func holds(_ state: FilterState) -> Bool {
    switch state {
    case .overdue: clocks().isOverdue
    case .paused: clocks().isPaused
    case .breached: clocks().isBreached
    case .unreadByAgent: ticket.isUnreadByAgent
    case .unreadByCustomer: ticket.isUnreadByCustomer
    case .unanswered: ticket.unansweredSince != nil
    case .untold: ticket.isUntold
    case .surveyed: ticket.text("care.survey_at") != nil
    case .timed: ticket.secondsSpent != nil
    }
  }

  private func mentions(_ needle: Needle, inNotes: Bool) -> Bool {
    needle.occurs(in: ticket.subject) || ticket.customer.map(needle.occurs) ?? false
      || ticket.messages.contains { message in
        (inNotes || !message.isInternal) && needle.occurs(in: message.body)
      }
  }
}
