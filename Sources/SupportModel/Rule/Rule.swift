/// What a desk does by itself when something happens to a ticket: one entry of `rules`.
///
/// Every part that is there has to hold before the actions are taken.
package struct Rule: Hashable, Sendable {
  package var name: String
  /// The types of events that it listens to; `ticket.*` is any event of a ticket.
  package var on: [String]
  /// Who has to have done it: `customer` for any of them, `agent:ada` for one; nil for anybody.
  package var by: [String]?
  /// Fields of which one has to have changed.
  package var changed: [String]?
  /// Words of which some have to stand in what was said.
  package var says: [Wording]?
  /// The filter that the ticket must fulfil, as written; nil for every ticket.
  package var when: String?
  /// What the filter asks for in this desk at this moment.
  package var condition = FilterExpression.everything
  /// What it does, entry by entry: one that sets the status and something else is two actions.
  package var then: [[RuleAction]] = []
  package var isActive = true
  /// Whether no further rule is looked at once this one has fired.
  package var stops = false

  /// What stands for every event of a ticket.
  package static let anyEvent = "ticket.*"

  package init(name: String, on: [String]) { (self.name, self.on) = (name, on) }

  package var actions: [RuleAction] { Array(then.joined()) }

  func listens(to type: EventType) -> Bool {
    Self.words(covering: type).contains(where: on.contains)
  }

  /// The words of `on` that speak of a type of event.
  static func words(covering type: EventType) -> [String] {
    [type.description] + (type.description.hasPrefix("ticket.") ? [anyEvent] : [])
  }

  /// Whether one of the words of `by` speaks of somebody.
  static func word(_ word: String, names actor: Actor) -> Bool {
    let name = actor.description
    return word == name || name.hasPrefix(word + ":")
  }
}
