import SupportDesk
import SupportModel

/// How choices are explained: on a line each agent who could have got the ticket.
struct AssignmentRow {
  let choice: AssignmentChoice
  /// What stands under each of the titles.
  let words: [String]

  private static let titles = [
    "ID", "TEAM", "METHOD", "AGENT", "RESULT", "OPEN", "GIVEN LAST", "LANGUAGE", "SKILLS",
  ]

  /// `place` is that of the agent in the line: the first one is chosen.
  private init(_ choice: AssignmentChoice, _ place: Int, _ session: Session) {
    let (question, standing) = (choice.question, choice.standings[place])
    let candidate = standing.candidate
    let verdict = standing.obstacle?.rawValue ?? (place == 0 ? "chosen" : "next \(place)")
    let capacity = candidate.agent.capacity.map { "/\($0)" } ?? ""
    self.choice = choice
    words = [
      question.ticket.id.description, question.team ?? "", question.method.rawValue,
      standing.handle, verdict, "\(candidate.load)\(capacity)",
      candidate.lastGiven.map { TimeText.short($0.time, session) } ?? "",
      question.language.map { standing.speaksLanguage ? $0 : "not \($0)" } ?? "",
      standing.skills.joined(separator: ","),
    ]
  }

  static var listing: Listing<AssignmentRow> {
    Listing(
      columns: titles.enumerated().map { place, title in Column(title) { $0.words[place] } },
      fields: AssignmentChoice.fields, json: \.choice.json)
  }

  /// Every agent of every choice; of a choice that nobody could be asked about, nothing.
  static func rows(_ choices: [AssignmentChoice], _ session: Session) -> [AssignmentRow] {
    choices.flatMap { choice in
      choice.standings.indices.map { AssignmentRow(choice, $0, session) }
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
    try output.list(AssignmentRow.rows(choices, self), AssignmentRow.listing)
  }
}
