import SupportModel
import SupportStore

/// Which tickets a change is about.
package enum TicketChoice: Sendable {
  /// These, each by a reference.
  case these([String])
  /// All that a filter finds when the change is made.
  case found(Filter)

  /// Whether what was merged stands for the ticket that it was merged into: what people name does,
  /// what a filter found is meant itself.
  var follows: Bool {
    if case .these = self { true } else { false }
  }

  /// Whether it may be about more than one.
  func isMany(_ references: [String]) -> Bool {
    if case .found = self { true } else { references.count > 1 }
  }
}

extension TicketChoice: ExpressibleByArrayLiteral {
  package init(arrayLiteral references: String...) { self = .these(references) }
}

extension Desk {
  /// A reference to each ticket of a choice, as of a snapshot.
  func references(_ choice: TicketChoice, in snapshot: Snapshot) throws -> [String] {
    switch choice {
    case .these(let references): return references
    case .found(let filter):
      return try ids(filter, in: snapshot).map(\.description)
    }
  }
}
