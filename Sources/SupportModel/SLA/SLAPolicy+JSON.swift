extension SLAPolicy {
  /// The policy as `support.json` would say it, with its defaults: durations as text.
  package func json(_ lifecycle: Lifecycle) -> JSONObject {
    var json = JSONObject([("name", .string(name))])
    json["when"] = when.map(JSON.string)
    json["calendar"] = .string(calendar)
    json["targets"] = Self.json(targets)
    if !categories.isEmpty {
      json["categories"] = .object(
        JSONObject(categories.sorted { $0.key < $1.key }.map { ($0.key, Self.json($0.value)) }))
    }
    json["warn_at"] = .number(warnAt)
    json["pause_in"] = .array(pausingStatuses(lifecycle).map(JSON.string))
    json["pause_first_response"] = .bool(pausesFirstResponse)
    json["escalate"] = escalation.map { .object($0.json) }
    return json
  }

  /// The statuses in which the clocks rest, in the desk's order.
  package func pausingStatuses(_ lifecycle: Lifecycle) -> [String] {
    lifecycle.codes.filter { pauses(in: $0, lifecycle) }
  }

  private static func json(_ targets: [String: SLATargets]) -> JSON {
    .object(
      JSONObject(targets.sorted { $0.key < $1.key }.map { ($0.key, .object($0.value.json)) }))
  }
}

extension SLATargets {
  package subscript(kind: SLAClock.Kind) -> TimeSpan? {
    switch kind {
    case .firstResponse: firstResponse
    case .nextResponse: nextResponse
    case .resolution: resolution
    }
  }

  fileprivate var json: JSONObject {
    JSONObject(
      SLAClock.Kind.allCases.compactMap { kind in
        self[kind].map { (kind.rawValue, .string($0.exact)) }
      })
  }
}

extension SLAEscalation {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json["team"] = team.map(JSON.string)
    json["agent"] = agent.map(JSON.string)
    json["priority"] = priority.map(JSON.string)
    json["tag"] = tag.map(JSON.string)
    json["notify"] = notify.map { .array($0.map(JSON.string)) }
    return json
  }
}
