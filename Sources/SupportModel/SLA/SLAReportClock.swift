/// The clocks of an outcome, of which a report has figures; the raw value names them in JSON and CSV.
package enum SLAReportClock: String, Hashable, Sendable, CaseIterable {
  case firstResponse = "first_response"
  case nextResponse = "next_response"
  /// Up to the last time that a ticket was done.
  case resolution
  /// Up to the first time: another one than the last where a ticket was reopened.
  case firstResolution = "first_resolution"

  /// Those that a policy has targets for.
  package static let promised: [SLAReportClock] = [.firstResponse, .nextResponse, .resolution]

  package init(_ kind: SLAClock.Kind) {
    self =
      switch kind {
      case .firstResponse: .firstResponse
      case .nextResponse: .nextResponse
      case .resolution: .resolution
      }
  }

  /// `first response`
  package var title: String { rawValue.split(separator: "_").joined(separator: " ") }
}
