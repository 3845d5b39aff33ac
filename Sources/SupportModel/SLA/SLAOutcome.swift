/// How the promises about one ticket ended, or stand: what is frozen into a document under
/// `sla.outcome` when its ticket is resolved, so that no later change of settings moves it.
package struct SLAOutcome: Hashable, Sendable {
  package static let path = "sla.outcome"

  /// The name of the policy.
  package var policy: String
  package var firstResponse: SLAMeasurement?
  package var nextResponses: [SLAMeasurement]
  /// Up to the last time that the ticket was done.
  package var resolution: SLAMeasurement?
  /// Up to the first time; nil for a ticket that was never reopened.
  package var firstResolution: SLAMeasurement?

  package init(
    policy: String, firstResponse: SLAMeasurement? = nil, nextResponses: [SLAMeasurement] = [],
    resolution: SLAMeasurement? = nil, firstResolution: SLAMeasurement? = nil
  ) {
    (self.policy, self.firstResponse) = (policy, firstResponse)
    self.nextResponses = nextResponses
    (self.resolution, self.firstResolution) = (resolution, firstResolution)
  }

  package init(_ clocks: SLAClocks) {
    policy = clocks.policy
    firstResponse = clocks.firstResponse.map(SLAMeasurement.init)
    nextResponses = clocks.nextResponses.map(SLAMeasurement.init)
    resolution = clocks.resolution.map(SLAMeasurement.init)
    firstResolution = clocks.firstResolution.map(SLAMeasurement.init)
  }

  /// Nil for an object that names no policy.
  package init?(_ json: JSONObject) {
    guard let policy = json["policy"]?.string else { return nil }
    self.policy = policy
    firstResponse = json["first_response"]?.object.flatMap(SLAMeasurement.init)
    nextResponses =
      json["next_responses"]?.array?.compactMap { $0.object.flatMap(SLAMeasurement.init) } ?? []
    resolution = json["resolution"]?.object.flatMap(SLAMeasurement.init)
    firstResolution = json["first_resolution"]?.object.flatMap(SLAMeasurement.init)
  }

  /// What the clocks of one kind showed, the earliest first.
  package func measurements(_ clock: SLAReportClock) -> [SLAMeasurement] {
    switch clock {
    case .firstResponse: firstResponse.map { [$0] } ?? []
    case .nextResponse: nextResponses
    case .resolution: resolution.map { [$0] } ?? []
    case .firstResolution: firstResolution.map { [$0] } ?? []
    }
  }

  package var json: JSON {
    var object = JSONObject([("policy", .string(policy))])
    object["first_response"] = firstResponse?.json
    if !nextResponses.isEmpty { object["next_responses"] = .array(nextResponses.map(\.json)) }
    object["resolution"] = resolution?.json
    object["first_resolution"] = firstResolution?.json
    return .object(object)
  }
}
