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
