/// What each agent has to do and has done: tickets count for the one who owns them now.
package struct AgentsReport: Sendable {
  package struct Row: Hashable, Sendable {
    package let name: String
    package let figures: WorkFigures
  }

  package let period: ClosedPeriod
  private var figures: [WorkFigures] = []
  package private(set) var overall = WorkFigures()
  private let explains: Bool
  private var evidence: [(agent: Int, figure: WorkFigure, ticket: TicketID, value: Int)] = []

  package init(_ period: ClosedPeriod, explains: Bool = false) {
    (self.period, self.explains) = (period, explains)
  }

  package mutating func add(_ ticket: ReportTicket) {
    let agent = ticket.value(.agent)
    while figures.count <= agent { figures.append(WorkFigures()) }
    ticket.forEachFigure(in: period) { figure, value in
      figures[agent].add(figure, value)
      overall.add(figure, value)
      if explains { evidence.append((agent, figure, ticket.id, value)) }
    }
  }

  /// Those who have or had anything to do, the ones with most open tickets first.
  package func rows(_ names: ReportNames) -> [Row] {
    figures.enumerated().map { Row(name: names.name($0.offset, .agent), figures: $0.element) }
      .filter { row in WorkFigure.allCases.contains { row.figures.count($0) > 0 } }
      .sorted {
        ($1.figures.count(.open), $0.name) < ($0.figures.count(.open), $1.name)
      }
  }

  package func evidence(_ names: ReportNames) -> [ReportEvidence] {
    evidence.map { agent, figure, ticket, value in
      ReportEvidence(
        names.name(agent, .agent), figure.rawValue, ticket, figure.isMeasured ? value : nil)
    }.inOrder
  }

  package func json(_ names: ReportNames) -> JSONObject {
    var object = period.members
    object["rows"] = .array(rows(names).map { .object($0.json) })
    object["overall"] = .object(overall.json)
    if explains { object["tickets"] = .array(evidence(names).map { .object($0.json) }) }
    return object
  }
}

extension AgentsReport.Row {
  /// All agents in one.
  package init(overall report: AgentsReport) {
    self.init(name: "overall", figures: report.overall)
  }

  package var json: JSONObject {
    JSONObject([("agent", .string(name))] + figures.json.members.map { ($0.key, $0.value) })
  }
}
