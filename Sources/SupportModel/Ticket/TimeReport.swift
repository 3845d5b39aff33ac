/// What the rows of a report of time are.
package enum TimeDimension: String, Sendable, CaseIterable {
  case agent, customer, ticket, team, category, month
}

/// The time that was spent, by one dimension: who worked for whom, and when.
package struct TimeReport: Sendable {
  package struct Row: Sendable {
    /// Nil for what has none.
    package let name: String?
    package fileprivate(set) var seconds = 0
    package fileprivate(set) var messages = 0
    package fileprivate(set) var tickets = 0
  }

  package let dimension: TimeDimension
  package let period: SLAPeriod
  package private(set) var overall = Row(name: nil)
  private var byName: [String?: Row] = [:]

  package init(_ dimension: TimeDimension, _ period: SLAPeriod) {
    (self.dimension, self.period) = (dimension, period)
  }

  /// Takes in what the messages of a ticket say, each by when it was written.
  package mutating func add(_ ticket: Ticket) {
    var names: Set<String?> = []
    for message in ticket.messages where message.secondsSpent != 0 {
      guard let at = message.at, period.covers(at) else { continue }
      let name = name(of: message, at, in: ticket)
      byName[name, default: Row(name: name)].count(message)
      if names.isEmpty { overall.tickets += 1 }
      if names.insert(name).inserted { byName[name]?.tickets += 1 }
      overall.count(message)
    }
  }

  private func name(of message: Message, _ at: Instant, in ticket: Ticket) -> String? {
    switch dimension {
    case .agent: message.author?.handle ?? message.author?.description
    case .customer: ticket.customer
    case .ticket: ticket.id.description
    case .team: ticket.team
    case .category: ticket.category
    case .month: String(at.date.description.prefix(7))
    }
  }

  /// Months as they follow each other, anything else by the time, the most first.
  package var rows: [Row] {
    byName.values.sorted { one, other in
      if dimension != .month, one.seconds != other.seconds { return one.seconds > other.seconds }
      guard let name = one.name, let another = other.name else { return one.name != nil }
      return name < another
    }
  }
}

extension TimeReport.Row {
  fileprivate mutating func count(_ message: Message) {
    seconds += message.secondsSpent
    messages += 1
  }
}
