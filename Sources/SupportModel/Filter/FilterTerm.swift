/// One condition of a filter: as it was asked, and what that comes to in this desk at this moment.
///
/// The text keeps `today` and `priority:>=high` as they are, so that a filter written down means the
/// same tomorrow; evaluation reads nothing but the tests.
package struct FilterTerm: Hashable, Sendable {
  /// In normal form: `priority:>=high`.
  package let text: String
  /// One of them has to hold.
  package let anyOf: [FilterTest]
  /// Whether the words mean other tests at another time: `created:today`.
  package let isRelative: Bool
}

/// A fact about a ticket, or that it is not so.
package struct FilterTest: Hashable, Sendable {
  package var fact: FilterFact
  package var isNegated = false

  package static func holds(_ fact: FilterFact) -> FilterTest { FilterTest(fact: fact) }
  package static func fails(_ fact: FilterFact) -> FilterTest {
    FilterTest(fact: fact, isNegated: true)
  }
}

/// What can be true of a ticket, with every name, time and `me` resolved.
package enum FilterFact: Hashable, Sendable {
  /// The words stand in the subject, a public message, the customer's address, or, where the reader
  /// may see them, an internal note.
  case mentions(Needle, inNotes: Bool)
  /// The words stand in the field.
  case contains(FilterField, Needle)
  /// The id, or the beginning of one.
  case id(TicketReference)
  /// One of the field's values is one of these, which are in lower case.
  case among(FilterField, [String])
  /// The category is this one or below it; in lower case.
  case below(String)
  /// The customer's address is in this domain; in lower case.
  case domain(String)
  case time(FilterField, FilterRange<Instant>)
  case number(FilterField, FilterRange<Double>)
  /// The field has a value.
  case present(FilterField)
  case attachment(inNotes: Bool)
  /// Some message is so, notes among them only where they count.
  case message(MessageFact, inNotes: Bool)
  /// Some link leads to a ticket that the reference means.
  case linked(TicketReference)
  case state(FilterState)
}

/// What is computed about a ticket rather than stored in a field of it.
package enum FilterState: Hashable, Sendable {
  case overdue, paused, breached, unreadByAgent, unreadByCustomer
  /// The customer waits for an answer, here or since a merge brought the question.
  case unanswered
  /// The customer waits, and nobody was told of that wait yet.
  case untold
  /// The customer was asked how well they were helped.
  case surveyed
  /// Somebody said how long they worked on it.
  case timed
}

/// From a bound on, up to but not including another; an absent bound is open.
package struct FilterRange<Bound: Comparable & Hashable & Sendable>: Hashable, Sendable {
  package var from: Bound?
  package var before: Bound?

  package init(from: Bound? = nil, before: Bound? = nil) {
    (self.from, self.before) = (from, before)
  }

  package func contains(_ value: Bound) -> Bool {
    (from.map { $0 <= value } ?? true) && (before.map { value < $0 } ?? true)
  }

  var isReversed: Bool {
    if let from, let before { from >= before } else { false }
  }
}
