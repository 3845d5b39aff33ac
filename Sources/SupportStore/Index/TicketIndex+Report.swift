import SupportModel

extension TicketIndex {
  /// Counts all tickets of a report's period. A year of a million tickets leaves no time to make a
  /// value of each: figures are counted row by row, unless they are to be explained.
  package func counted(_ empty: SLAReport) throws -> SLAReport {
    var report = empty
    let period = report.period
    guard !report.explains else {
      try visit(since: period.since, until: period.until, exactly: true) { report.add($0) }
      return report
    }
    let replaced = Set(newer.keys.map(\.number))
    var names = RowPlaces(report.dimension)
    try leaves.visitLeaves(since: period.since, until: period.until) { bytes in
      names.beginLeaf()
      try IndexLeaf.visitRows(bytes) { row, texts in
        guard period.covers(row.createdAt), replaced.isEmpty || !replaced.contains(row.id) else {
          return
        }
        guard !row.isVolatile else {
          if let fresh = try judge(TicketID(number: row.id)) { report.add(fresh.record) }
          return
        }
        row.count(into: &report, at: names.place(of: row, texts, &report), now)
      }
    }
    for standing in newer.values {
      guard let standing, period.covers(standing.record.createdAt) else { continue }
      report.add(standing.record(at: now))
    }
    return report
  }
}

extension IndexRow {
  fileprivate func count(into report: inout SLAReport, at place: Int, _ now: Instant) {
    report.countTicket(at: place)
    var last: SLAMeasurement?
    var first: SLAMeasurement?
    for number in 0..<measurementCount {
      var (kind, measurement) = measurement(number)
      if !isDone { measurement.judge(at: now) }
      switch kind {
      case .firstResponse: report.count(measurement, .firstResponse, at: place)
      case .nextResponse: report.count(measurement, .nextResponse, at: place)
      case .resolution:
        report.count(measurement, .resolution, at: place)
        last = measurement
      case .firstResolution:
        report.countReopened(at: place)
        first = measurement
      }
    }
    if let first = first ?? last { report.count(first, .firstResolution, at: place) }
  }
}

/// In which row of a report the tickets of a leaf count: looked up once for each text or day.
private struct RowPlaces {
  private let dimension: SLADimension
  private let text: IndexRow.Text?
  private var places: [Int: Int] = [:]

  init(_ dimension: SLADimension) {
    self.dimension = dimension
    text =
      switch dimension {
      case .priority: .priority
      case .agent: .assignee
      case .team: .team
      case .category: .category
      case .channel: .channel
      case .customer: .customer
      case .policy: .policy
      case .month, .week: nil
      }
  }

  /// Another leaf has other texts.
  mutating func beginLeaf() { if text != nil { places = [:] } }

  mutating func place(
    of row: IndexRow, _ texts: [String?], _ report: inout SLAReport
  ) -> Int {
    let key = text.map(row.code) ?? row.createdAt.date.dayNumber
    if let place = places[key] { return place }
    let name =
      text == nil ? dimension.row(ofDay: row.createdAt.date) : dimension.row(of: texts[key])
    let place = report.place(of: name)
    places[key] = place
    return place
  }
}
