import SupportModel

extension TicketIndex {
  /// Counts all tickets of a report's period. A year of a million tickets leaves no time to make a
  /// value of each: figures are counted row by row, unless they are to be explained.
  package func counted(_ empty: SLAReport) throws -> SLAReport {
    var report = empty
    guard !report.explains else {
      try visit(report.period, exactly: true) { report.add($0) }
      return report
    }
    var places = RowPlaces(report.dimension)
    for segment in segments where segment.entry.bounds.mayHoldTickets(of: report.period) {
      places.beginLeaf()
      try segment.open().visitRows { row, texts in
        guard report.period.covers(row.createdAt) else { return }
        if row.isVolatile {
          if let fresh = try fresh(TicketID(number: row.id)) { report.add(fresh.record) }
        } else {
          row.count(into: &report, at: places.place(of: row, texts, &report), now)
        }
      }
    }
    for standing in try newer.compactMap(standing) { report.add(standing.record(at: now)) }
    return report
  }
}

extension IndexRow {
  /// What `SLAReport.add` does with a whole ticket.
  fileprivate func count(into report: inout SLAReport, at place: Int, _ now: Instant) {
    report.countTicket(at: place)
    var last: SLAMeasurement?
    var first: SLAMeasurement?
    for number in 0..<measurementCount {
      var (clock, measurement) = measurement(number)
      if !isDone { measurement.judge(at: now) }
      switch clock {
      case .resolution: last = measurement
      case .firstResolution: first = measurement
      case .firstResponse, .nextResponse: report.count(measurement, clock, at: place)
      }
    }
    report.countResolution(last, first: first, at: place)
  }
}

/// In which row of a report the tickets of a leaf count: looked up once for each text or day.
private struct RowPlaces {
  private let dimension: SLADimension
  private let text: IndexRow.Text?
  /// By the code of the text, or the number of the day.
  private var places: [Int: Int] = [:]

  init(_ dimension: SLADimension) {
    self.dimension = dimension
    text = IndexRow.Text(dimension)
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

extension IndexRow.Text {
  /// Nil where the rows of a report follow one another in time.
  fileprivate init?(_ dimension: SLADimension) {
    switch dimension {
    case .priority: self = .priority
    case .agent: self = .assignee
    case .team: self = .team
    case .category: self = .category
    case .channel: self = .channel
    case .customer: self = .customer
    case .policy: self = .policy
    case .month, .week: return nil
    }
  }
}
