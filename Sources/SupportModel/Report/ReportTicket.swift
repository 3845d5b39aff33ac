/// A ticket as reports count it. Its values are numbers of `ReportNames`: there may be a million.
package struct ReportTicket: Sendable {
  /// Its id as a number.
  package var number: UInt64
  package var createdAt: Instant
  package var firstResponseAt: Instant?
  /// When it was resolved, or closed without; nil for one that is open or was cancelled.
  package var resolvedAt: Instant?
  /// When it was done, in whatever way: a cancelled one at its last change. Nil as long as it is open.
  package var doneAt: Instant?
  package var isOpen: Bool
  package var isOverdue: Bool
  /// From 1 to 5.
  package var rating: Int?
  /// By the number of the dimension.
  package var values: SIMD8<UInt32>

  package init(
    number: UInt64, createdAt: Instant, updatedAt: Instant, firstResponseAt: Instant?,
    resolvedAt: Instant?, isOpen: Bool, isOverdue: Bool, rating: Int?, values: SIMD8<UInt32>
  ) {
    (self.number, self.createdAt, self.firstResponseAt) = (number, createdAt, firstResponseAt)
    self.resolvedAt = isOpen ? nil : resolvedAt
    doneAt = isOpen ? nil : resolvedAt ?? updatedAt
    (self.isOpen, self.isOverdue) = (isOpen, isOverdue)
    (self.rating, self.values) = (rating, values)
  }

  /// A ticket whose document was read.
  package init(
    _ ticket: Ticket, isOverdue: Bool, _ lifecycle: Lifecycle, _ names: inout ReportNames
  ) {
    let isOpen = lifecycle.phase(of: ticket.status) != .done
    var values = SIMD8<UInt32>()
    for dimension in ReportDimension.allCases {
      values[dimension.rawValue] = names.number(of: dimension.value(of: ticket), dimension)
    }
    self.init(
      number: ticket.id.number, createdAt: ticket.createdAt, updatedAt: ticket.updatedAt,
      firstResponseAt: ticket.firstResponseAt, resolvedAt: ticket.resolvedAt ?? ticket.closedAt,
      isOpen: isOpen,
      isOverdue: isOverdue, rating: ticket.rating, values: values)
  }

  package var id: TicketID { TicketID(number: number) }

  package func value(_ dimension: ReportDimension) -> Int { Int(values[dimension.rawValue]) }
}

extension Ticket {
  /// How well its customer was helped, from 1 to 5.
  package var rating: Int? {
    document.value(at: "satisfaction.rating")?.integer.flatMap { (1...5).contains($0) ? $0 : nil }
  }
}

/// What reports count open tickets by.
package enum ReportDimension: Int, CaseIterable, Sendable {
  case status, priority, category, team, agent

  package var name: String { "\(self)" }

  fileprivate func value(of ticket: Ticket) -> String? {
    switch self {
    case .status: ticket.status
    case .priority: ticket.priority
    case .category: ticket.category
    case .team: ticket.team
    case .agent: ticket.assignee
    }
  }
}

/// The values that tickets have, each with a number by which they are counted.
package struct ReportNames: Sendable {
  private var numbers: [[String: UInt32]] = ReportDimension.allCases.map { _ in [:] }
  private var names: [[String]] = ReportDimension.allCases.map { _ in [] }

  package init() {}

  /// What tickets without a value count as.
  package static let none = SLADimension.none

  package mutating func number(of value: String?, _ dimension: ReportDimension) -> UInt32 {
    let name = value.flatMap { $0.isEmpty ? nil : $0 } ?? Self.none
    if let number = numbers[dimension.rawValue][name] { return number }
    let number = UInt32(names[dimension.rawValue].count)
    numbers[dimension.rawValue][name] = number
    names[dimension.rawValue].append(name)
    return number
  }

  package func name(_ number: Int, _ dimension: ReportDimension) -> String {
    names[dimension.rawValue][number]
  }
}
