import CommandKit
import Platform
import SupportDesk
import SupportModel

private let questions = Argument.optional("-", "Answer questions from standard input, one a line")
private let calendar = Option.text(
  "calendar", value: "NAME", "A calendar of support.json, 24x7, or one as JSON text",
  completes: .live("calendar"))
private let from = Option.text(
  "from", value: "TIME", "The start: 2026-11-20T10:00:00Z, now, -2h")
private let add = Option.text(
  "add", value: "DURATION", "Say when so much working time has passed: 90m, 1h30m")
private let to = Option.text("to", value: "TIME", "Say how much working time lies until then")
private let explain = Option.flag("explain", "List each interval that counts")
private let limit = Option.integer(
  "limit", short: "n", "With --explain, list at most this many lines", in: 1...1_000_000_000,
  default: "40 on a terminal, else 1000")

/// Counts working time.
extension Command where Context == Session {
  static var slaClock: Command {
    Command(
      "clock", "Add or measure working time", needs: .nothing,
      arguments: [questions],
      options: [calendar, from, add, to, explain, limit],
      rules: [.atMostOne(of: add, to)],
      details: """
        With --add it prints when so much working time has passed; time that runs out exactly at \
        closing is due then. With --to it prints how much working time lies between, negative when \
        the end lies before the start.

        With - it answers a question a line, in order:

          {"calendar": "office", "from": "2026-11-20T10:00:00Z", "add": "4h"}
          {"calendar": "24x7", "from": "2026-11-20T10:00:00Z", "to": "2026-12-01T09:00:00Z"}

        each with {"due":TIME}, {"seconds":NUMBER} or {"error":TEXT}. A calendar may stand there as \
        the object that support.json would have, and add may be a number of seconds. A desk is \
        needed only for calendars that are named.
        """,
      examples: [
        "support sla clock --calendar office --from 2026-11-20T16:00Z --add 4h",
        "support sla clock --calendar office --from now --to 2026-12-01 --explain",
        "support sla clock - < questions.jsonl",
      ]
    ) { call, session in
      let calendars = Calendars(session)
      guard let word = call[questions] else {
        return try session.answer(call, calendars)
      }
      guard word == "-" else {
        throw UsageError.unexpectedArgument(word, path: session.output.commandPath)
      }
      let single: [any Parameter] = [calendar, from, add, to, explain, limit]
      if let option = single.first(where: call.has) {
        throw UsageError.conflictingOptions(
          ["-", option.shape.spelling], path: session.output.commandPath)
      }
      try session.answerLines(calendars)
    }
  }
}

/// Where the calendars of one run come from: the desk is opened for the first one that is named.
private final class Calendars {
  private let session: Session
  let zones: Zones
  private var settings: SLASettings?

  init(_ session: Session) {
    self.session = session
    zones = Zones(ZoneInfo(session.environment).bytes(of:))
  }

  func named(_ name: String) throws -> any WorkingTime {
    if name == AlwaysOpen.name { return AlwaysOpen() }
    let settings =
      try settings ?? Desk.settings(from: session.folder, session.environment).sla
    self.settings = settings
    guard let calendar = settings.workingTime(named: name) else {
      throw DeskError.notFound(kind: "calendar", name: name, known: settings.calendarNames)
    }
    return calendar
  }

  /// A name, or a calendar as JSON text.
  func typed(_ text: String) throws -> any WorkingTime {
    guard text.hasPrefix("{") else { return try named(text) }
    let reader = try SettingsReader(file: "", bytes: Array(text.utf8))
    return try BusinessCalendar(reader, zones: zones)
  }
}

// MARK: One question

extension Session {
  fileprivate func answer(_ call: Call, _ calendars: Calendars) throws {
    let question = try question(call, calendars)
    let answer = try question.answer()
    guard call[explain] else {
      return try output.show(answer.json) { text(of: answer, to: question) }
    }
    let explanation = ClockExplanation(
      question, answer, limit: call[limit] ?? (output.isTerminal ? 40 : 1000))
    try explanation.show(self) { text(of: answer, to: question) }
  }

  private func question(_ call: Call, _ calendars: Calendars) throws -> ClockQuestion {
    func needed(_ option: SupportCLI.TextOption) throws -> String {
      guard let text = call[option] else {
        throw UsageError.missingOption([option.shape.spelling], path: output.commandPath)
      }
      return text
    }
    let name = try needed(calendar)
    let start = try time(needed(from))
    guard call.has(add) || call.has(to) else {
      throw UsageError.missingOption(["--add", "--to"], path: output.commandPath)
    }
    let wanted =
      try call[add].map(duration)
      ?? .timeUntil(time(needed(to)))
    return ClockQuestion(try calendars.typed(name), from: start, wanted)
  }

  private func duration(_ text: String) throws -> ClockQuestion.Wanted {
    if let span = TimeSpan(text) { return .dueAfter(span) }
    if text.hasPrefix("-"), let span = TimeSpan(text.dropFirst()) { return .dueAfter(-span) }
    throw Refusal.invalid(field: "duration", value: text, expected: "one such as 4h or 1h30m")
  }

  /// In a pipe the answer alone; on a terminal also what the wall clock of the calendar shows.
  private func text(of answer: ClockAnswer, to question: ClockQuestion) -> String {
    switch answer {
    case .time(let span): return span.exact + output.recordEnd
    case .due(let due):
      guard output.isTerminal else { return due.description + output.recordEnd }
      return "\(WallText(question.calendar).whole(due))\n\(due)\n"
    }
  }
}

private typealias TextOption = Option<String?>

// MARK: Many questions

extension Session {
  fileprivate func answerLines(_ calendars: Calendars) throws {
    var lines = ClockLines(zones: calendars.zones, named: calendars.named)
    let end = Array(output.recordEnd.utf8)
    var written: [UInt8] = []
    var input = InputLines()
    try input.forEach {
      try output.write(written)
      written.removeAll(keepingCapacity: true)
      try output.flush()
    } _: { line in
      let answer = Result {
        switch line {
        case .bytes(let bytes): return try lines.answer(bytes)
        case .tooLong(let limit): throw LineTooLong(limit: limit)
        }
      }
      try write(answer, to: &written)
      written += end
    }
    try output.write(written)
  }

  private func write(_ answer: Result<ClockAnswer, any Error>, to bytes: inout [UInt8]) throws {
    switch (answer, output.form) {
    case (.success(let answer), .text), (.success(let answer), .json(nil)):
      answer.write(to: &bytes)
    case (_, let form):
      let record = answer.record
      switch form {
      case .text, .json(nil): bytes += JSON.object(record).compactBytes
      case .json(let fields):
        let pick = try FieldPick(fields, known: Self.answerFields)
        bytes += JSON.object(pick.pick(record)).compactBytes
      case .format(let template):
        try template.check(known: Self.answerFields)
        bytes += template.fill(record).utf8
      }
    }
  }

  private static let answerFields = ["due", "seconds", "error"]
}

/// A question that is longer than any question could be.
private struct LineTooLong: Error, CustomStringConvertible {
  var limit: Int

  var description: String { "a line of more than \(limit) bytes" }
}

extension Result<ClockAnswer, any Error> {
  fileprivate var record: JSONObject {
    switch self {
    case .success(let answer): answer.json
    case .failure(let error): JSONObject([("error", .string(ErrorText(error).what))])
    }
  }
}
