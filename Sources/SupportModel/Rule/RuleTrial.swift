/// A rule that was tried on what happened to a ticket.
package struct RuleTrial: Hashable, Sendable {
  /// The first part of a rule that does not hold.
  package enum Failure: Hashable, Sendable {
    case inactive
    case on(EventType)
    case by(Actor)
    case changed
    case says
    /// A rule before it ended the run.
    case stopped(by: String)
    /// The part of the condition, the field that it is about, and what the ticket has there.
    case when(String, field: String?, values: [String])
  }

  package let rule: Rule
  /// Nil where the rule fires.
  package let failure: Failure?
}

extension Rule {
  /// Tries the rule on a ticket as it is after something happened to it. The cheap parts come first.
  package func trial(_ occasion: RuleOccasion, _ subject: FilterSubject) -> RuleTrial {
    RuleTrial(
      rule: self,
      failure: failure(occasion) ?? condition.failing(subject).map { $0.failure(subject) })
  }

  /// Whether the rule fires, where nobody wants to know why not.
  package func fires(_ occasion: RuleOccasion, _ subject: FilterSubject) -> Bool {
    failure(occasion) == nil && condition.failing(subject) == nil
  }

  /// The first part but the condition that does not hold.
  private func failure(_ occasion: RuleOccasion) -> RuleTrial.Failure? {
    guard isActive else { return .inactive }
    guard listens(to: occasion.type) else { return .on(occasion.type) }
    if let by, !by.contains(where: { Self.word($0, names: occasion.by) }) {
      return .by(occasion.by)
    }
    if let changed, !changed.contains(where: occasion.changes) { return .changed }
    if let says, !says.contains(where: { $0.stands(in: occasion.said) }) { return .says }
    return nil
  }
}

extension FilterExpression {
  /// That it does not hold, with what the ticket has in the one field that it is about.
  fileprivate func failure(_ subject: FilterSubject) -> RuleTrial.Failure {
    let fields = Set(terms.flatMap(\.anyOf).map(\.fact.field))
    let field = fields.count == 1 ? fields.first.flatMap(\.self) : nil
    return .when(
      description, field: field?.description, values: field.map(subject.spellings) ?? [])
  }
}
