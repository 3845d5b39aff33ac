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
    let fold = MiddleFold(count: count, limit: limit)
    var rows: [ClockRow] = []
    var sum = TimeSpan.zero
    var place = 0
    var (leftOut, leftOutTime) = (0, TimeSpan.zero)
    func resume() {
      if fold.resumes(at: place) { rows.append(.gap(leftOut, leftOutTime)) }
    }
    question.calendar.walk(from: start, to: stop) { step in
      sum = sum + step.length
      resume()
      if fold.shows(place) {
        rows.append(.step(step, sum: sum))
      } else {
        leftOut += 1
        leftOutTime = leftOutTime + step.length
      }
      place += 1
    }
    resume()
    (self.rows, self.leftOut, self.leftOutTime) = (rows, leftOut, leftOutTime)
  }

  /// Prints the lines and then the answer; as JSON one document.
  func show(_ session: Session, answer text: () -> String) throws {
    guard session.output.isText else { return try session.output.show(json) { "" } }
    try session.output.list(rows.map(\.shown), listing)
    try session.output.write(text())
  }

  private var listing: Listing<TimeRow> {
    Listing(columns: TimeRow.columns(wall), fields: [], json: { _ in JSONObject() })
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

  var shown: TimeRow {
    switch self {
    case .step(.open(let day, let from, let to), let sum):
      TimeRow(open: day, from: from, to: to, sum: sum)
    case .step(.holiday(let day, let name), _): TimeRow(holiday: day, name: name)
    case .gap(let count, let length): TimeRow(leftOut: count, length)
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

extension WorkingStep {
  /// What it counts.
  fileprivate var length: TimeSpan {
    if case .open(_, let from, let to) = self { to - from } else { .zero }
  }
}
