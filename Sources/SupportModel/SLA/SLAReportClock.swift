/// The clocks that a report has figures of; the raw value names them in JSON and CSV.
package enum SLAReportClock: String, Hashable, Sendable, CaseIterable {
  case firstResponse = "first_response"
  case nextResponse = "next_response"
  /// Up to the last time that a ticket was done.
  case resolution
  /// Up to the first time: another one than the last where a ticket was reopened.
  case firstResolution = "first_resolution"

  /// Those that a policy has targets for.
  package static let promised: [SLAReportClock] = [.firstResponse, .nextResponse, .resolution]

  /// `first response`
  package var title: String { rawValue.split(separator: "_").joined(separator: " ") }
}

extension SLAOutcome {
  /// What the outcome holds of one clock: one measurement at most, except for next responses.
  package func measurements(_ clock: SLAReportClock) -> [SLAMeasurement] {
    switch clock {
    case .firstResponse: firstResponse.map { [$0] } ?? []
    case .nextResponse: nextResponses
    case .resolution: resolution.map { [$0] } ?? []
    case .firstResolution: (firstResolution ?? resolution).map { [$0] } ?? []
    }
  }
}
