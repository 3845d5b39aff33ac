/// How a desk stands: what is open now, by status, priority, category and team, and what came, went
/// and was measured in a period.
package struct SummaryReport: Sendable {
  /// What open tickets are counted by, in this order.
  package static let dimensions: [ReportDimension] = [.status, .priority, .category, .team]

  /// A value of a dimension with the number of open tickets that have it.
  package struct Share: Hashable, Sendable {
    package let name: String
    package let tickets: Int

    package init(name: String, tickets: Int) { (self.name, self.tickets) = (name, tickets) }
  }

  package private(set) var figures = WorkFigures()
  /// Open tickets that nobody owns.
  package private(set) var unassigned = 0
  /// The open ticket that was opened first.
  package private(set) var oldest: (createdAt: Instant, number: UInt64)?
  package private(set) var volume: VolumeReport
  /// The number of open tickets by dimension and value.
  private var shares: [[Int]] = ReportDimension.allCases.map { _ in [] }
  private let explains: Bool
  private var evidence: [(figure: Figure, ticket: TicketID, value: Int?)] = []

  private enum Figure {
    case work(WorkFigure)
    case unassigned
    case share(ReportDimension, Int)
  }

  package init(_ buckets: TimeBuckets, explains: Bool = false) {
    volume = VolumeReport(buckets)
    self.explains = explains
  }

  package var period: ClosedPeriod { volume.buckets.period }

  package mutating func add(_ ticket: ReportTicket, _ names: ReportNames) {
    volume.add(ticket)
    ticket.forEachFigure(in: period) { figure, value in
      figures.add(figure, value)
      note(.work(figure), ticket, figure.isMeasured ? value : nil)
    }
    if ticket.isOpen { addOpen(ticket, names) }
  }

  private mutating func addOpen(_ ticket: ReportTicket, _ names: ReportNames) {
    let own = (createdAt: ticket.createdAt, number: ticket.number)
    if oldest.map({ own < $0 }) ?? true { oldest = own }
    if names.name(ticket.value(.agent), .agent) == ReportNames.none {
      unassigned += 1
      note(.unassigned, ticket)
    }
    for dimension in Self.dimensions {
      let value = ticket.value(dimension)
      while shares[dimension.rawValue].count <= value { shares[dimension.rawValue].append(0) }
      shares[dimension.rawValue][value] += 1
      note(.share(dimension, value), ticket)
    }
  }

  private mutating func note(_ figure: Figure, _ ticket: ReportTicket, _ value: Int? = nil) {
    if explains { evidence.append((figure, ticket.id, value)) }
  }

  /// The open tickets by a dimension: statuses and priorities in their own order, others with most
  /// tickets first.
  package func shares(
    _ dimension: ReportDimension, _ names: ReportNames, _ settings: DeskSettings
  ) -> [Share] {
    let ranks = dimension.ranks(settings)
    return shares[dimension.rawValue].enumerated().filter { $0.element > 0 }
      .map { Share(name: names.name($0.offset, dimension), tickets: $0.element) }
      .sorted { left, right in
        let (one, other) = (ranks[left.name] ?? .max, ranks[right.name] ?? .max)
        if one != other { return one < other }
        return (right.tickets, left.name) < (left.tickets, right.name)
      }
  }

  package func evidence(_ names: ReportNames) -> [ReportEvidence] {
    evidence.map { figure, ticket, value in
      switch figure {
      case .work(let figure): ReportEvidence("", figure.rawValue, ticket, value)
      case .unassigned: ReportEvidence("", "unassigned", ticket)
      case .share(let dimension, let value):
        ReportEvidence(names.name(value, dimension), dimension.name, ticket)
      }
    }.inOrder
  }

  package static let fields = [
    "since", "until", "by", "open", "unassigned", "overdue", "oldest", "status", "priority",
    "category", "team", "period", "rows", "tickets",
  ]

  package func json(_ names: ReportNames, _ settings: DeskSettings) -> JSONObject {
    var object = period.members
    object["by"] = .string(volume.buckets.unit.rawValue)
    object["open"] = .integer(Int64(figures.count(.open)))
    object["unassigned"] = .integer(Int64(unassigned))
    object["overdue"] = .integer(Int64(figures.count(.overdue)))
    object["oldest"] = oldest.map {
      .object(
        JSONObject([
          ("id", .string(TicketID(number: $0.number).description)),
          ("created_at", .string($0.createdAt.description)),
        ]))
    }
    for dimension in Self.dimensions {
      object[dimension.name] = .array(
        shares(dimension, names, settings).map { share in
          .object(
            JSONObject([
              ("name", .string(share.name)), ("tickets", .integer(Int64(share.tickets))),
            ]))
        })
    }
    var measured = figures.json
    for key in ["open", "overdue"] { measured[key] = nil }
    object["period"] = .object(measured)
    object["rows"] = volume.json["rows"]
    if explains { object["tickets"] = .array(evidence(names).map { .object($0.json) }) }
    return object
  }
}

extension ReportDimension {
  /// The places of names that have an order of their own: statuses as the desk lists them, priorities
  /// with the most pressing first.
  fileprivate func ranks(_ settings: DeskSettings) -> [String: Int] {
    let names =
      switch self {
      case .status: settings.lifecycle.codes
      case .priority: settings.priorities.all.sorted { $0.rank > $1.rank }.map(\.code)
      case .category, .team, .agent: [String]()
      }
    return Dictionary(zip(names, 0...), uniquingKeysWith: min)
  }
}
