import SupportModel

/// A clock that would end otherwise, as a line.
enum DifferenceText {
  static var shown: [Column<SLADifference>] {
    [
      Column("TICKET") { $0.ticket.description },
      Column("CLOCK") { change in
        change.clock.title + (change.number.map { " #\($0)" } ?? "")
      },
      Column("NOW", plain: { word($0.from) }, shown: { Cell(word($0.from), style($0.from)) }),
      Column("NEW", plain: { word($0.to) }, shown: { Cell(word($0.to), style($0.to)) }),
      Column("BY", isNumber: true, plain: by),
      Column("TARGET", isElastic: true, plain: target),
    ]
  }

  /// `5 clocks of 4 tickets would change: 3 would be late, 2 no longer`
  static func summary(_ changes: [SLADifference]) -> String {
    guard !changes.isEmpty else { return "no clock would be late, or in time, that is not now" }
    let tickets = Set(changes.map(\.ticket)).count
    let late = changes.count { $0.to?.isBreached == true }
    return "\(counted(changes.count, "clock")) of \(counted(tickets, "ticket")) would change: "
      + "\(late) would be late, \(changes.count - late) no longer"
  }

  private static func word(_ measurement: SLAMeasurement?) -> String {
    measurement?.result.word ?? "not promised"
  }

  private static func style(_ measurement: SLAMeasurement?) -> Style {
    measurement?.isBreached == true ? .red : .plain
  }

  /// `1h late`, `30m left`
  private static func by(_ change: SLADifference) -> String {
    guard let over = change.overSeconds else { return "" }
    let span = TimeSpan(seconds: abs(over)).exact
    return change.to?.isBreached == true ? "\(span) late" : "\(span) left"
  }

  /// `4h -> 1h`
  private static func target(_ change: SLADifference) -> String {
    [change.from, change.to].map { measurement in
      measurement.map { TimeSpan(seconds: $0.targetSeconds).exact } ?? "none"
    }.joined(separator: " -> ")
  }

  /// The columns of a pipe after `change`.
  static func plain(_ change: SLADifference) -> [String] {
    let (from, to) = (change.from, change.to)
    return [
      change.ticket.description, change.clock.rawValue, change.number.map { "\($0)" } ?? "",
      from?.result.rawValue ?? "", to?.result.rawValue ?? "",
      from.map { "\($0.targetSeconds)" } ?? "", to.map { "\($0.targetSeconds)" } ?? "",
      change.overSeconds.map { "\($0)" } ?? "",
    ]
  }
}
