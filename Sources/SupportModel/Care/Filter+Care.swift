/// Which tickets a job has to look at. What the index finds by these is decided on by the documents.
extension Filter {
  /// Those in which nobody has spoken for as long as it takes until something is due.
  package static func idle(_ care: CareSettings, at now: Instant) -> Filter {
    let spans = care.warnAfter.map { [$0, care.closeAfter - $0] } ?? [care.closeAfter]
    return .care([
      .holds(.among(.status, care.waitingIn)),
      .holds(.time(.lastMessage, FilterRange(before: now - (spans.min() ?? .zero) + .tick))),
    ])
  }

  /// Those that wait for a time that has come, or for a customer who waits for an answer.
  package static func due(_ care: CareSettings, at now: Instant) -> Filter {
    let due = Filter.care([.holds(.time(.pendingUntil, FilterRange(before: now + .tick)))])
    let asked = Filter.care([
      .holds(.among(.status, care.waitingIn)), .holds(.state(.unanswered)),
    ])
    return Filter(.any(of: [due.expression, asked.expression]))
  }

  /// Those that are not done and whose customer waits since a message of that time or an older one,
  /// without anybody having been told.
  package static func unanswered(_ lifecycle: Lifecycle, since time: Instant) -> Filter {
    .care([
      .fails(.among(.status, lifecycle.statuses.filter { $0.phase == .done }.map(\.code))),
      .holds(.state(.untold)),
      .holds(.message(.at(FilterRange(before: time + .tick)), inNotes: true)),
    ])
  }

  /// Those that were closed in the time in which customers are asked, and not asked about.
  package static func unasked(_ care: CareSettings, at now: Instant) -> Filter {
    let closed = FilterRange(from: now - care.surveyWithin, before: now - care.surveyAfter + .tick)
    return .care([
      .holds(.among(.status, ["closed"])), .holds(.time(.closed, closed)),
      .fails(.state(.surveyed)),
    ])
  }

  /// Those on which time was spent, and in which somebody wrote within a period.
  package static func timed(_ period: SLAPeriod) -> Filter {
    .care([
      .holds(.state(.timed)),
      .holds(.message(.at(FilterRange(from: period.since, before: period.until)), inNotes: true)),
    ])
  }

  private static func care(_ tests: [FilterTest]) -> Filter {
    // The text is what a cursor would name; nobody pages these.
    Filter(
      .all(of: tests.map { .term(FilterTerm(text: "", anyOf: [$0], isRelative: false)) }))
  }
}

extension TimeSpan {
  fileprivate static let tick = TimeSpan(milliseconds: 1)
}
