import CommandKit
import SupportDesk
import SupportModel

/// What `sla report` and `sla simulate` are asked to be about.
enum ReportParameter {
  static let since = Option.text(
    "since", value: "TIME", "Tickets opened since then: 2026-11-01, -30d")
  static let until = Option.text("until", value: "TIME", "Tickets opened before then")
  static let by = Option.choice(
    "by", value: "DIMENSION", "What the rows are", of: SLADimension.allCases.map(\.rawValue),
    default: "priority")
  static let sort = Option.choice(
    "sort", value: "KEY", "Sort the rows by name, tickets (most first) or late (most first)",
    of: ["name", "tickets", "late"],
    default: "priorities by rank, months and weeks in order, others by tickets")

  static let all: [any Parameter] = [since, until, by, sort]
}

extension Session {
  func reportRequest(_ call: Call) throws -> SLAReportRequest {
    var request = SLAReportRequest()
    request.dimension = call[ReportParameter.by].flatMap(SLADimension.init) ?? .priority
    request.period = try period(call)
    request.filter = try Filter.parse(words: call[Shared.filter], desk().filterContext)
    request.order =
      switch call[ReportParameter.sort] {
      case "name": .name
      case "tickets": .tickets
      case "late": .late
      default: nil
      }
    return request
  }

  private func period(_ call: Call) throws -> SLAPeriod {
    let period = SLAPeriod(
      since: try call[ReportParameter.since].map(time),
      until: try call[ReportParameter.until].map(time))
    if let since = period.since, let until = period.until, until <= since {
      throw UsageError.invalidValue(
        of: "--until", value: call[ReportParameter.until] ?? "", expected: "a time after --since",
        nearest: [], path: output.commandPath)
    }
    return period
  }
}

extension SLAPeriod {
  /// `from 2026-11-01 up to 2026-12-01`: days alone where they say it all, else times.
  var text: String? {
    switch (since, until) {
    case (let since?, let until?): "from \(Self.text(since)) up to \(Self.text(until))"
    case (let since?, nil): "since \(Self.text(since))"
    case (nil, let until?): "before \(Self.text(until))"
    case (nil, nil): nil
    }
  }

  private static func text(_ instant: Instant) -> String {
    instant == Instant(instant.date) ? "\(instant.date)" : TimeText.absolute(instant)
  }
}
