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

  package var json: JSON {
    var object = JSONObject([("policy", .string(policy))])
    object["first_response"] = firstResponse?.json
    if !nextResponses.isEmpty { object["next_responses"] = .array(nextResponses.map(\.json)) }
    object["resolution"] = resolution?.json
    object["first_resolution"] = firstResolution?.json
    return .object(object)
  }
}

/// What one clock showed.
package struct SLAMeasurement: Hashable, Sendable {
  package enum Result: String, Sendable { case met, breached, pending }

  /// Nil for a clock that was paused with time left.
  package var dueAt: Instant?
  /// When the clock stopped, in time or not; nil while it had not.
  package var metAt: Instant?
  package var isBreached: Bool
  /// In working time.
  package var elapsedSeconds: Int
  package var targetSeconds: Int

  package init(
    dueAt: Instant? = nil, metAt: Instant? = nil, isBreached: Bool, elapsedSeconds: Int,
    targetSeconds: Int
  ) {
    (self.dueAt, self.metAt, self.isBreached) = (dueAt, metAt, isBreached)
    (self.elapsedSeconds, self.targetSeconds) = (elapsedSeconds, targetSeconds)
  }

  package init(_ clock: SLAClock) {
    dueAt = clock.dueAt
    metAt = clock.stoppedAt
    isBreached = clock.isBreached
    elapsedSeconds = clock.elapsed.seconds
    targetSeconds = clock.target.seconds
  }

  package init?(_ json: JSONObject) {
    guard let breached = json["breached"]?.bool, let elapsed = json["elapsed_seconds"]?.integer,
      let target = json["target_seconds"]?.integer
    else { return nil }
    dueAt = json["due_at"]?.string.flatMap { Instant($0) }
    metAt = json["met_at"]?.string.flatMap { Instant($0) }
    (isBreached, elapsedSeconds, targetSeconds) = (breached, elapsed, target)
  }

  /// A clock that runs and is not yet due is neither met nor breached.
  package var result: Result { isBreached ? .breached : metAt == nil ? .pending : .met }

  package var json: JSON {
    var object = times
    object["breached"] = .bool(isBreached)
    return .object(object.adding(spans))
  }

  /// As reports write it: the result in a word.
  package var reported: JSONObject {
    JSONObject([("result", .string(result.rawValue))]).adding(times).adding(spans)
  }

  private var times: JSONObject {
    var object = JSONObject()
    object["due_at"] = dueAt.map { .string($0.description) }
    object["met_at"] = metAt.map { .string($0.description) }
    return object
  }

  private var spans: JSONObject {
    JSONObject([
      ("elapsed_seconds", .integer(Int64(elapsedSeconds))),
      ("target_seconds", .integer(Int64(targetSeconds))),
    ])
  }
}

extension JSONObject {
  fileprivate func adding(_ other: JSONObject) -> JSONObject {
    other.members.reduce(into: self) { $0[$1.key] = $1.value }
  }
}
