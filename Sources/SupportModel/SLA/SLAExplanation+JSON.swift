extension SLAExplanation {
  /// The members that `json` may have.
  package static let fields = [
    "id", "subject", "at", "status", "priority", "category", "policy", "policies", "calendar",
    "timezone", "warn_at", "pause_in", "pause_first_response", "clocks", "recorded",
    "differs",
  ]

  package var json: JSONObject {
    var json = JSONObject([
      ("id", .string(ticket.id.description)), ("subject", .string(ticket.subject)),
      ("at", .string(now.description)), ("status", .string(ticket.status)),
      ("priority", .string(ticket.priority)),
    ])
    json["category"] = ticket.category.map(JSON.string)
    json["policy"] = policy.map { .string($0.name) }
    json["policies"] = .array(trials.map { .object($0.json) })
    if let policy {
      json["calendar"] = .string(policy.calendar)
      json["timezone"] = .string((workingTime as? BusinessCalendar)?.zoneName ?? "UTC")
      json["warn_at"] = .number(policy.warnAt)
      json["pause_in"] = .array(pauses.map(JSON.string))
      json["pause_first_response"] = .bool(policy.pausesFirstResponse)
    }
    json["clocks"] = .array(clocks.map { .object($0.json) })
    json["recorded"] = recorded?.json
    if recorded != nil { json["differs"] = .bool(differs) }
    return json
  }
}

extension SLAPolicyTrial {
  fileprivate var json: JSONObject {
    var json = JSONObject([("name", .string(policy.name))])
    json["when"] = policy.when.map(JSON.string)
    json["applies"] = .bool(applies)
    json["failed"] = failed.map(JSON.string)
    json["category"] = category.map(JSON.string)
    return json
  }
}

extension SLAClockExplanation {
  fileprivate var json: JSONObject {
    var json = JSONObject([
      ("clock", .string(kind.rawValue)), ("state", .string(clock.state.rawValue)),
      ("target_seconds", clock.target.secondsJSON), ("elapsed_seconds", clock.elapsed.secondsJSON),
      ("left_seconds", left.secondsJSON), ("started_at", .string(clock.startedAt.description)),
    ])
    for (key, at) in [
      ("warns_at", clock.warnsAt), ("due_at", clock.dueAt), ("stopped_at", clock.stoppedAt),
    ] {
      json[key] = at.map { .string($0.description) }
    }
    json["stopped_by"] = stop?.by.map { .string($0.description) }
    json["steps"] = .array(steps.map { .object($0.json) })
    return json
  }
}

extension SLAStep {
  fileprivate var json: JSONObject {
    switch self {
    case .open(let day, let from, let to, let sum, let isAhead):
      var json = JSONObject([
        ("step", "open"), ("day", .string(day.description)), ("from", .string(from.description)),
        ("to", .string(to.description)), ("seconds", (to - from).secondsJSON),
        ("sum", sum.secondsJSON),
      ])
      if isAhead { json["ahead"] = true }
      return json
    case .holiday(let day, let name):
      return JSONObject([
        ("step", "holiday"), ("day", .string(day.description)), ("name", .string(name)),
      ])
    case .rest(let stay, let by):
      var json = JSONObject([
        ("step", "pause"), ("status", .string(stay.status)),
        ("from", .string(stay.from.description)),
      ])
      json["to"] = stay.to.map { .string($0.description) }
      json["by"] = by.map { .string($0.description) }
      return json
    case .mark(let mark): return mark.json
    }
  }
}

extension SLAMark {
  fileprivate var json: JSONObject {
    var json = JSONObject([("step", .string(name)), ("at", .string(at.description))])
    json["by"] = by.map { .string($0.description) }
    switch reason {
    case .changed(let change):
      json["fields"] = .array(change.fields.map { .object($0.json) })
      json["before"] = .object(change.before.json)
      json["after"] = .object(change.after.json)
    case .done(let status): json["status"] = .string(status)
    case .opened, .asked, .warning, .due, .answered, .now: break
    }
    return json
  }

  private var name: String {
    switch reason {
    case .opened: "opened"
    case .asked: "asked"
    case .changed: "changed"
    case .warning: "warning"
    case .due: "due"
    case .answered: "answered"
    case .done: "done"
    case .now: "now"
    }
  }
}

extension SLAChange.Field {
  fileprivate var json: JSONObject {
    var json = JSONObject([("field", .string(name))])
    json["before"] = before.map(JSON.string)
    json["after"] = after.map(JSON.string)
    return json
  }
}

extension SLAPromise {
  fileprivate var json: JSONObject {
    var json = JSONObject()
    json["policy"] = policy.map(JSON.string)
    for kind in SLAClock.Kind.allCases {
      json["\(kind.rawValue)_seconds"] = targets[kind]?.secondsJSON
    }
    return json
  }
}
