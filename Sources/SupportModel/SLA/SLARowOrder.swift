/// The order of a report's rows; equal ones follow by name.
package enum SLARowOrder: Hashable, Sendable {
  case name
  /// Most tickets first.
  case tickets
  /// Most late clocks first.
  case late
  /// As listed, then the others.
  case listed([String])

  /// Priorities by rank, the most pressing first; months and weeks as they came; else the rows with
  /// most tickets first.
  package init(natural dimension: SLADimension, _ priorities: Priorities) {
    switch dimension {
    case .priority:
      self = .listed(priorities.all.sorted { $0.rank > $1.rank }.map(\.code))
    case .month, .week: self = .name
    default: self = .tickets
    }
  }

  func sorted(_ rows: [SLAReportRow]) -> [SLAReportRow] {
    let places = places
    return rows.map { (key: (places($0), $0.name), row: $0) }
      .sorted { $0.key < $1.key }.map(\.row)
  }

  private var places: (SLAReportRow) -> Int {
    switch self {
    case .name: return { _ in 0 }
    case .tickets: return { -$0.tickets }
    case .late: return { -$0.late }
    case .listed(let names):
      let ranks = Dictionary(zip(names, 0...), uniquingKeysWith: min)
      return { ranks[$0.name] ?? names.count }
    }
  }
}
