import CommandKit
import SupportModel

/// The intervals that an answer counts, line by line, with the running sum.
struct ClockExplanation {
  private let answer: ClockAnswer
  private let rows: [ClockRow]
  private let wall: WallText
  private var leftOut = 0
  private var leftOutTime = TimeSpan.zero

  /// Where there are more than `limit` lines, those in the middle are left out and summed up.
  init(_ question: ClockQuestion, _ answer: ClockAnswer, limit: Int) {
    self.answer = answer
    wall = WallText(question.calendar)
    let end =
      switch (answer, question.wanted) {
      case (.due(let due), _): due
      case (_, .timeUntil(let end)): end
      case (.time(let span), _): question.from + span
      }
    let (start, stop) = (min(question.from, end), max(question.from, end))
    var count = 0
    question.calendar.walk(from: start, to: stop) { _ in count += 1 }
    let head = count > limit ? limit / 2 : count
    let tail = count > limit ? limit - head : 0
    var rows: [ClockRow] = []
    var sum = TimeSpan.zero
    var place = 0
    var (leftOut, leftOutTime) = (0, TimeSpan.zero)
    question.calendar.walk(from: start, to: stop) { step in
      if case .open(_, let from, let to) = step { sum = sum + (to - from) }
      if place < head || place >= count - tail {
        if place == count - tail, leftOut > 0 { rows.append(.gap(leftOut, leftOutTime)) }
        rows.append(.step(step, sum: sum))
      } else {
        leftOut += 1
        if case .open(_, let from, let to) = step { leftOutTime = leftOutTime + (to - from) }
      }
      place += 1
    }
    if tail == 0, leftOut > 0 { rows.append(.gap(leftOut, leftOutTime)) }
    (self.rows, self.leftOut, self.leftOutTime) = (rows, leftOut, leftOutTime)
  }

  /// Prints the lines and then the answer; as JSON one document.
  func show(_ session: Session, answer text: () -> String) throws {
    guard session.output.isText else { return try session.output.show(json) { "" } }
    try session.output.list(rows, listing)
    try session.output.write(text())
  }

  private var listing: Listing<ClockRow> {
    Listing(
      columns: [
        Column("DAY", plain: \.day) { row in
          Cell(row.date.map(WallText.day) ?? "...")
        },
        Column("FROM", plain: { $0.interval?.from.description ?? "" }) { row in
          Cell(row.interval.map { wall.time($0.from, on: $0.day) } ?? "")
        },
        Column("TO", plain: { $0.interval?.to.description ?? "" }) { row in
          Cell(row.interval.map { wall.time($0.to, on: $0.day) } ?? "")
        },
        Column("LENGTH", isNumber: true) { $0.length.map(TimeText.exact) ?? "" },
        Column("SUM", isNumber: true) { $0.sum.map(TimeText.exact) ?? "" },
        Column("NOTE", isElastic: true, plain: \.note),
      ],
      fields: [], json: { _ in JSONObject() })
  }

  private var json: JSONObject {
    var json = answer.json
    json["intervals"] = .array(rows.compactMap { $0.json.map(JSON.object) })
    json["left_out"] = .object(
      JSONObject([("lines", .integer(Int64(leftOut))), ("seconds", leftOutTime.secondsJSON)]))
    return json
  }
}

/// A line of an explanation.
private enum ClockRow {
  case step(WorkingStep, sum: TimeSpan)
  /// So many lines left out, with the time that they count.
  case gap(Int, TimeSpan)

  var date: CivilDate? {
    switch self {
    case .step(.open(let day, _, _), _), .step(.holiday(let day, _), _): day
    case .gap: nil
    }
  }

  var day: String { date?.description ?? "..." }

  var interval: (day: CivilDate, from: Instant, to: Instant)? {
    if case .step(.open(let day, let from, let to), _) = self { (day, from, to) } else { nil }
  }

  var length: TimeSpan? {
    switch self {
    case .step(.open(_, let from, let to), _): to - from
    case .step(.holiday, _): nil
    case .gap(_, let span): span
    }
  }

  var sum: TimeSpan? {
    if case .step(.open, let sum) = self { sum } else { nil }
  }

  var note: String {
    switch self {
    case .step(.open, _): ""
    case .step(.holiday(_, let name), _): name.isEmpty ? "holiday" : "holiday: \(name)"
    case .gap(let count, _): "\(count) lines left out, -n shows more"
    }
  }

  var json: JSONObject? {
    switch self {
    case .step(.open(let day, let from, let to), let sum):
      JSONObject([
        ("day", .string(day.description)), ("from", .string(from.description)),
        ("to", .string(to.description)), ("seconds", (to - from).secondsJSON),
        ("sum", sum.secondsJSON),
      ])
    case .step(.holiday(let day, let name), _):
      JSONObject([("day", .string(day.description)), ("holiday", .string(name))])
    case .gap: nil
    }
  }
}
