/// What a report counts or measures of tickets; the raw value names it in columns and JSON.
package enum WorkFigure: String, CaseIterable, Sendable {
  /// Open now.
  case open
  /// Open now, and past due.
  case overdue
  /// Opened in the period.
  case opened
  /// Resolved in the period, and not open again.
  case resolved
  /// From opening to the first response, of what was opened in the period, in seconds.
  case firstResponse = "first_response"
  /// From opening to resolution, of what was resolved in the period, in seconds.
  case resolution
  /// Of what was resolved in the period, from 1 to 5.
  case rating

  /// Whether it has values, and not only a number.
  package var isMeasured: Bool { self == .firstResponse || self == .resolution || self == .rating }
  fileprivate var place: Int {
    switch self {
    case .open: 0
    case .overdue: 1
    case .opened: 2
    case .resolved: 3
    case .firstResponse: 4
    case .resolution: 5
    case .rating: 6
    }
  }
}

extension ReportTicket {
  /// Calls `body` with each figure that the ticket counts in, and with its value there.
  @inline(__always)
  func forEachFigure(in period: ClosedPeriod, _ body: (WorkFigure, Int) -> Void) {
    if isOpen { body(.open, 0) }
    if isOpen, isOverdue { body(.overdue, 0) }
    if period.covers(createdAt) {
      body(.opened, 0)
      if let firstResponseAt { body(.firstResponse, (firstResponseAt - createdAt).seconds) }
    }
    if let resolvedAt, period.covers(resolvedAt) {
      body(.resolved, 0)
      body(.resolution, (resolvedAt - createdAt).seconds)
      if let rating { body(.rating, rating) }
    }
  }
}

/// The figures of some tickets.
package struct WorkFigures: Hashable, Sendable {
  private var counts = Array(repeating: 0, count: WorkFigure.allCases.count)
  private var seconds: [WorkFigure: [Int]] = [:]
  private var stars = 0

  package init() {}

  package func count(_ figure: WorkFigure) -> Int { counts[figure.place] }

  /// Of times: the median, the 90th percentile and the longest. Sorts what was measured: ask once.
  package func spread(_ figure: WorkFigure) -> SLASpread? { SLASpread(seconds[figure] ?? []) }

  /// The mean of all ratings in hundredths, rounded half up; nil without one.
  package var meanRating: Int? {
    let ratings = count(.rating)
    return ratings == 0 ? nil : (stars * 100 + ratings / 2) / ratings
  }

  mutating func add(_ figure: WorkFigure, _ value: Int) {
    counts[figure.place] += 1
    switch figure {
    case .firstResponse, .resolution: seconds[figure, default: []].append(max(value, 0))
    case .rating: stars += value
    case .open, .overdue, .opened, .resolved: break
    }
  }

  /// The members of a record: counts, and what was measured as far as anything was.
  package var json: JSONObject {
    var object = JSONObject()
    for figure in WorkFigure.allCases where !figure.isMeasured {
      object[figure.rawValue] = .integer(Int64(count(figure)))
    }
    for figure in [WorkFigure.firstResponse, .resolution] {
      object["\(figure.rawValue)_count"] = .integer(Int64(count(figure)))
      guard let spread = spread(figure) else { continue }
      object["\(figure.rawValue)_median_seconds"] = .integer(Int64(spread.median))
      object["\(figure.rawValue)_p90_seconds"] = .integer(Int64(spread.p90))
    }
    object["ratings"] = .integer(Int64(count(.rating)))
    object["rating"] = meanRating.map { .number(Double($0) / 100) }
    return object
  }

  package static let fields = [
    "open", "overdue", "opened", "resolved", "first_response_count",
    "first_response_median_seconds", "first_response_p90_seconds", "resolution_count",
    "resolution_median_seconds", "resolution_p90_seconds", "ratings", "rating",
  ]
}

/// A ticket behind a figure.
package struct ReportEvidence: Hashable, Sendable {
  /// The row of the figure: an agent, a day; empty where there is only one.
  package let row: String
  package let figure: String
  package let ticket: TicketID
  /// Seconds or stars; nil where the ticket is only counted.
  package let value: Int?

  init(_ row: String, _ figure: String, _ ticket: TicketID, _ value: Int? = nil) {
    (self.row, self.figure, self.ticket, self.value) = (row, figure, ticket, value)
  }

  package var json: JSONObject {
    var object = JSONObject([("row", .string(row)), ("figure", .string(figure))])
    object["id"] = .string(ticket.description)
    object["value"] = value.map { .integer(Int64($0)) }
    return object
  }

  package static let fields = ["row", "figure", "id", "value"]
}

extension [ReportEvidence] {
  /// By row, figure and ticket: in whatever order they were counted.
  var inOrder: [ReportEvidence] {
    sorted { ($0.row, $0.figure, $0.ticket) < ($1.row, $1.figure, $1.ticket) }
  }
}
