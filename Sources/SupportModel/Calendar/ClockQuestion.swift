/// A question to a calendar: when so much working time has passed, or how much lies between.
package struct ClockQuestion: Sendable {
  package enum Wanted: Hashable, Sendable {
    case dueAfter(TimeSpan)
    case timeUntil(Instant)
  }

  package var calendar: any WorkingTime
  package var from: Instant
  package var wanted: Wanted

  package init(_ calendar: any WorkingTime, from: Instant, _ wanted: Wanted) {
    (self.calendar, self.from, self.wanted) = (calendar, from, wanted)
  }

  package func answer() throws(ClockError) -> ClockAnswer {
    switch wanted {
    case .dueAfter(let span):
      guard span >= .zero else { throw .negativeSpan }
      let due = calendar.instant(span, after: from)
      guard due < .latest else { throw .neverDue }
      return .due(due)
    case .timeUntil(let end):
      let isBack = end < from
      let span = calendar.span(from: isBack ? end : from, to: isBack ? from : end)
      return .time(isBack ? -span : span)
    }
  }
}

package enum ClockError: Error, Equatable {
  case negativeSpan
  /// Not before the year 10000.
  case neverDue
}

package enum ClockAnswer: Hashable, Sendable {
  case due(Instant)
  /// Negative where the end lies before the start.
  case time(TimeSpan)
}

extension ClockAnswer {
  package var json: JSONObject {
    switch self {
    case .due(let instant): JSONObject([("due", .string(instant.description))])
    case .time(let span): JSONObject([("seconds", span.secondsJSON)])
    }
  }

  /// Appends `{"due":"2026-11-20T10:00:00.000Z"}` or `{"seconds":5400}`.
  package func write(to bytes: inout [UInt8]) {
    switch self {
    case .due(let instant):
      bytes += #"{"due":""#.utf8
      instant.write(to: &bytes)
      bytes += #""}"#.utf8
    case .time: bytes += JSON.object(json).compactBytes
    }
  }
}

extension TimeSpan {
  /// Seconds, with a fraction only where there is one.
  package var secondsJSON: JSON {
    milliseconds % 1000 == 0
      ? .integer(milliseconds / 1000) : .number(Double(milliseconds) / 1000)
  }
}
