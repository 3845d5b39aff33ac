import Testing

@testable import SupportModel

/// The report beside a plain recomputation: for each row its tickets are looked for anew, their
/// clocks are taken one by one, and each figure follows from its definition.
struct SLAReportPropertyTests {
  /// What one clock came to.
  private struct Shown {
    var isBreached: Bool
    var stopped: Bool
    var seconds: Int
  }

  @Test(
    "Every figure is what its tickets' clocks add up to", arguments: 1...12 as ClosedRange<UInt64>)
  func figures(seed: UInt64) throws {
    let desk = try SLARandomDesk(seed: seed, count: 120)
    let (since, until) = (try clockTime("300:00"), try clockTime("2000:00"))
    let covered = desk.tickets.filter { pair in
      since <= pair.ticket.createdAt && pair.ticket.createdAt < until
    }
    try #require(covered.count > 50)
    for dimension in SLADimension.allCases {
      var report = SLAReport(by: dimension, period: SLAPeriod(since: since, until: until))
      for (ticket, clocks) in desk.tickets { report.add(SLACase(ticket, clocks)) }
      let names = Set(covered.map { name($0.ticket, $0.clocks, dimension) })
      #expect(Set(report.rows.map(\.name)) == names)
      for row in report.rows {
        let own = covered.filter { name($0.ticket, $0.clocks, dimension) == row.name }
        expect(row, own, "\(dimension) \(row.name)")
      }
      expect(report.overall, covered, "overall")
    }
  }

  private func expect(
    _ row: SLAReportRow, _ tickets: [(ticket: Ticket, clocks: SLAClocks?)], _ what: String
  ) {
    #expect(row.tickets == tickets.count, "\(what)")
    for clock in SLAReportClock.allCases {
      let shown = tickets.flatMap { self.shown(clock, $0.ticket, $0.clocks) }
      let late = shown.filter(\.isBreached)
      let met = shown.filter { $0.stopped && !$0.isBreached }
      let figures = row[clock]
      #expect(figures.breached == late.count, "\(what) \(clock)")
      #expect(figures.met == met.count, "\(what) \(clock)")
      #expect(figures.pending == shown.count - late.count - met.count, "\(what) \(clock)")
      let seconds = shown.filter(\.stopped).map(\.seconds)
      #expect(figures.spread?.median == least(seconds, reaching: 0.5), "\(what) \(clock)")
      #expect(figures.spread?.p90 == least(seconds, reaching: 0.9), "\(what) \(clock)")
      #expect(figures.spread?.worst == seconds.max(), "\(what) \(clock)")
    }
  }

  /// The least of the numbers that so many of them do not exceed.
  private func least(_ numbers: [Int], reaching part: Double) -> Int? {
    numbers.filter { number in
      Double(numbers.count { $0 <= number }) >= part * Double(numbers.count)
    }.min()
  }

  /// What is recorded where the ticket is done, as written in the document; else the clocks.
  private func shown(
    _ clock: SLAReportClock, _ ticket: Ticket, _ clocks: SLAClocks?
  ) -> [Shown] {
    let isDone = Lifecycle.standard.phase(of: ticket.status) == .done
    if isDone, let outcome = ticket.document.value(at: "sla.outcome")?.object {
      let recorded =
        switch clock {
        case .nextResponse: outcome["next_responses"]?.array ?? []
        case .firstResolution:
          [outcome["first_resolution"] ?? outcome["resolution"]].compactMap { $0 }
        default: [outcome[clock.rawValue]].compactMap { $0 }
        }
      return recorded.map { json in
        Shown(
          isBreached: json["breached"] == true, stopped: json["met_at"] != nil,
          seconds: json["elapsed_seconds"]?.integer ?? -1)
      }
    }
    let kind = SLAClock.Kind(rawValue: clock.rawValue)
    let first = clocks?.firstResolution ?? clocks?.resolution
    let own =
      clock == .firstResolution
      ? [first].compactMap { $0 } : (clocks?.all ?? []).filter { $0.kind == kind }
    return own.map { clock in
      Shown(
        isBreached: clock.state == .breached, stopped: clock.stoppedAt != nil,
        seconds: Int(clock.elapsed.milliseconds / 1000))
    }
  }

  private func name(_ ticket: Ticket, _ clocks: SLAClocks?, _ by: SLADimension) -> String {
    let document = ticket.document
    switch by {
    case .agent: return document["assigned_to"]?.string ?? "(none)"
    case .priority, .team, .category, .channel, .customer:
      return document[by.rawValue]?.string ?? "(none)"
    case .policy:
      let isDone = Lifecycle.standard.phase(of: ticket.status) == .done
      let recorded = isDone ? document.value(at: "sla.outcome.policy")?.string : nil
      return recorded ?? clocks?.policy ?? "(none)"
    case .month: return String(document["created_at"]?.string?.prefix(7) ?? "")
    case .week:
      // Weeks counted on from a Monday that began one: 2026-11-16 is the first day of 2026-W47.
      let monday = CivilDate(year: 2026, month: 11, day: 16).dayNumber
      let weeks = (ticket.createdAt.date.dayNumber - monday) / 7 + 47
      return weeks <= 53 ? "2026-W\(weeks)" : "2027-W\(padded(weeks - 53, to: 2))"
    }
  }
}
