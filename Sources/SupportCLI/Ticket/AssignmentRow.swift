import SupportDesk
import SupportModel

/// How choices are explained: on a line each agent who could have got the ticket.
struct AssignmentRow {
  let choice: AssignmentChoice
  let standing: AssignmentChoice.Standing

  /// `chosen`, what is in the way of it, or the place in the line behind the chosen one.
  private var verdict: String {
    if let obstacle = standing.obstacle { return obstacle.rawValue }
    let place = choice.standings.firstIndex(of: standing) ?? 0
    return place == 0 ? "chosen" : "next \(place)"
  }

  private var load: String {
    let candidate = standing.candidate
    return "\(candidate.load)" + (candidate.agent.capacity.map { "/\($0)" } ?? "")
  }

  private var language: String {
    choice.question.language.map { standing.speaksLanguage ? $0 : "not \($0)" } ?? ""
  }

  private func columns(_ session: Session) -> [String] {
    let last = standing.candidate.lastGiven.map { TimeText.short($0.time, session) }
    return [
      choice.question.ticket.id.description, choice.question.team ?? "",
      choice.question.method.rawValue, standing.handle, verdict, load, last ?? "", language,
      standing.skills.joined(separator: ","),
    ]
  }
}

extension AssignmentRow {
  private static let titles = [
    "ID", "TEAM", "METHOD", "AGENT", "RESULT", "OPEN", "GIVEN LAST", "LANGUAGE", "SKILLS",
  ]

  static func listing(_ session: Session) -> Listing<AssignmentRow> {
    Listing(
      columns: titles.enumerated().map { place, title in
        Column(title) { $0.columns(session)[place] }
      },
      fields: AssignmentChoice.fields, json: \.choice.json)
  }

  /// Every agent of every choice; of a choice that nobody could be asked about, nothing.
  static func rows(_ choices: [AssignmentChoice]) -> [AssignmentRow] {
    choices.flatMap { choice in
      choice.standings.map { AssignmentRow(choice: choice, standing: $0) }
    }
  }
}

extension Session {
  /// Explains choices: a table of agents, or each choice as data.
  func list(_ choices: [AssignmentChoice]) throws {
    guard output.isText else {
      return try output.list(
        choices, Listing(columns: [], fields: AssignmentChoice.fields, json: \.json))
    }
    try output.list(AssignmentRow.rows(choices), AssignmentRow.listing(self))
  }
}
