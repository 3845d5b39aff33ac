import CommandKit
import SupportModel

/// An explanation as text: the policy, then each clock, a sentence first and the arithmetic below.
struct SLAExplanationPage {
  private let explanation: SLAExplanation
  private let output: Output
  private let limit: Int
  private let words: SLAWords

  /// Of the lines of a clock, those in the middle are left out where there are more than `limit`.
  init(_ explanation: SLAExplanation, _ output: Output, limit: Int) {
    (self.explanation, self.output, self.limit) = (explanation, output, limit)
    words = SLAWords(WallText(explanation.workingTime))
  }

  var text: String {
    var text = paragraph([title] + policy)
    if let recorded = explanation.recorded { text += paragraph(past(recorded)) }
    for clock in explanation.clocks {
      text += paragraph([words.sentence(clock)], style: clock.clock.isBreached ? .red : .plain)
      text += Table(rows(clock), TimeRow.columns(words.wall), output).text + "\n"
    }
    return String(text.dropLast())
  }

  /// Lines made harmless, and wrapped to what a page is wide.
  private func paragraph(_ lines: [String], style: Style = .plain) -> String {
    let wrapped = lines.map(output.visible).map { line in
      displayWidth(line) <= output.width
        ? line : wrap(line, width: output.width).joined(separator: "\n")
    }
    return wrapped.map { style.wrap($0, output.isColoured) + "\n" }.joined()
  }
}

// MARK: The policy

extension SLAExplanationPage {
  private var title: String { "\(explanation.ticket.id) \(explanation.ticket.subject)" }

  private var policy: [String] {
    let others = explanation.trials.compactMap { trial in
      trial.failed.map { "Policy \"\(trial.policy.name)\" does not apply: not \($0)." }
    }
    guard let policy = explanation.policy else {
      return others + ["No policy applies: nothing is promised.", ""]
    }
    let why =
      explanation.category.map { ", because the category \($0) names it" }
      ?? policy.when.map { ": \($0)" } ?? " to every ticket"
    var lines = others + ["Policy \"\(policy.name)\" applies\(why)."]
    lines.append(calendar(policy))
    if explanation.clocks.isEmpty {
      let hasNone = policy.targets(of: explanation.ticket) == SLATargets()
      let why = hasNone ? "whose priority is \(explanation.ticket.priority)" : "without a customer"
      lines.append("It promises nothing about this ticket, \(why).")
    }
    return lines + [""]
  }

  private func calendar(_ policy: SLAPolicy) -> String {
    let zone = words.wall.zoneName
    let hours =
      policy.calendar == AlwaysOpen.name
      ? "It counts day and night (\(zone))." : "It counts in \"\(policy.calendar)\" (\(zone))."
    guard !explanation.pauses.isEmpty else { return hours + " Nothing pauses it." }
    let hasResponse = explanation.clocks.contains { $0.clock.kind == .firstResponse }
    let isSpared = hasResponse && !policy.pausesFirstResponse
    let which = isSpared ? ", but not the first response" : ""
    return "\(hours) Paused while \(SLAWords.choice(explanation.pauses))\(which)."
  }

  private func past(_ recorded: SLAOutcome) -> [String] {
    ["What was recorded under policy \"\(recorded.policy)\" when it was done counts:"]
      + words.lines(recorded)
      + [
        explanation.clocks.isEmpty
          ? "The settings of today promise nothing."
          : explanation.differs ? "The settings of today would give:" : "It was counted so:", "",
      ]
  }
}

// MARK: The arithmetic

extension SLAExplanationPage {
  private func rows(_ clock: SLAClockExplanation) -> [TimeRow] {
    let rows = clock.steps.flatMap { words.rows($0, of: clock.clock.kind) }
    let fold = MiddleFold(count: rows.count, limit: limit)
    var shown: [TimeRow] = []
    var (leftOut, length) = (0, TimeSpan.zero)
    for (place, row) in rows.enumerated() {
      if fold.resumes(at: place) { shown.append(TimeRow(leftOut: leftOut, length)) }
      if fold.shows(place) {
        shown.append(row)
      } else {
        leftOut += 1
        length = length + (row.length ?? .zero)
      }
    }
    let room = noteWidth(beside: shown)
    return shown.flatMap { $0.broken(noteWidth: room) }
  }

  /// What the other columns leave of a line; not so little that nothing could be read.
  private func noteWidth(beside rows: [TimeRow]) -> Int {
    let widths = TimeRow.columns(words.wall).dropLast().map { column in
      rows.map { displayWidth(column.shown($0).text) }.reduce(displayWidth(column.title), max)
    }
    return max(16, output.width - widths.reduce(0) { $0 + $1 + 2 })
  }
}
