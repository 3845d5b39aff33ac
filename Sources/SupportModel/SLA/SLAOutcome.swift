/// How the promises about one ticket ended, or stand: what is frozen into a document under
/// `sla.outcome` when its ticket is resolved, so that no later change of settings moves it.
package struct SLAOutcome: Hashable, Sendable {
  package static let path = "sla.outcome"

  /// The name of the policy.
  package var policy: String
  package var firstResponse: SLAMeasurement?
  package var nextResponses: [SLAMeasurement]
  package var resolution: SLAMeasurement?

  package init(_ clocks: SLAClocks) {
    policy = clocks.policy
    firstResponse = clocks.firstResponse.map(SLAMeasurement.init)
    nextResponses = clocks.nextResponses.map(SLAMeasurement.init)
    resolution = clocks.resolution.map(SLAMeasurement.init)
  }

  /// Nil for an object that names no policy.
  package init?(_ json: JSONObject) {
    guard let policy = json["policy"]?.string else { return nil }
    self.policy = policy
    firstResponse = json["first_response"]?.object.flatMap(SLAMeasurement.init)
    nextResponses =
      json["next_responses"]?.array?.compactMap { $0.object.flatMap(SLAMeasurement.init) } ?? []
    resolution = json["resolution"]?.object.flatMap(SLAMeasurement.init)
  }

  package var json: JSON {
    var object = JSONObject([("policy", .string(policy))])
    object["first_response"] = firstResponse?.json
    if !nextResponses.isEmpty { object["next_responses"] = .array(nextResponses.map(\.json)) }
    object["resolution"] = resolution?.json
    return .object(object)
  }
}

/// What one clock showed.
package struct SLAMeasurement: Hashable, Sendable {
  package enum Result: Sendable { case met, breached, pending }

  /// Nil for a clock that was paused with time left.
  package var dueAt: Instant?
  /// When the clock stopped, in time or not; nil while it had not.
  package var metAt: Instant?
  package var isBreached: Bool
  /// In working time.
  package var elapsedSeconds: Int
  package var targetSeconds: Int

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
    var object = JSONObject()
    object["due_at"] = dueAt.map { .string($0.description) }
    object["met_at"] = metAt.map { .string($0.description) }
    object["breached"] = .bool(isBreached)
    object["elapsed_seconds"] = .integer(Int64(elapsedSeconds))
    object["target_seconds"] = .integer(Int64(targetSeconds))
    return .object(object)
  }
}
