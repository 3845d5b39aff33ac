/// Why something that a rule was to do was left out. The rest is done, and whatever the rule followed
/// stands: no mistake in a rule keeps a customer's ticket out.
package enum RuleFault: Error, Hashable, Sendable {
  case unknown(kind: String, name: String)
  /// A viewer gets no tickets.
  case viewer(String)
  /// Nobody is there to be answered: the ticket is the desk's own.
  case noCustomer
  case refused(Refusal)
  case template(TemplateError)
  /// A settings file that an action needs cannot be read.
  case broken(file: String)
}

/// What rules could not do, and where they ran in a circle.
package enum RuleWarning: Hashable, Sendable {
  case leftOut(rule: String, action: String, RuleFault)
  /// The rules that made each other fire, the first of them at the end again.
  case loop([String])
}
