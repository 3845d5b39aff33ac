import CommandKit
import Platform
import SupportDesk
import SupportModel

private let policy = Option.required(
  "policy", value: "FILE", "The policies to try, as in support.json; - reads standard input",
  completes: .file)
private let limit = Shared.limit(default: "20 changes on a terminal, all in a pipe")

/// Replays the desk's past under other policies.
extension Command where Context == Session {
  static var slaSimulate: Command {
    Command(
      "simulate", "Report what other policies would have come to", needs: .desk,
      arguments: [Shared.filter],
      options: [policy] + ReportParameter.all + [limit],
      details: """
        FILE is a JSON object with sla, or with policies, and where they are other ones with \
        calendars; or the list of policies alone; or a whole support.json. What `sla report` says \
        stands on the left; on the right are the same tickets with each clock run anew under FILE, also where an outcome is \
        recorded. Below stand the clocks that would be late and were not, or no longer. Nothing is \
        written.

        In a pipe the first column says what a line is. After `row`: row, clock, and met, late, \
        pending, compliance and median of both. After `change`: id, clock, number of the next \
        response, result and target of both, and by how many seconds the new target would be \
        missed.
        """,
      examples: [
        "support sla simulate --policy proposal.json",
        "support sla simulate --policy proposal.json --by team --since -90d",
        "jq .sla.policies support.json | support sla simulate --policy -",
      ]
    ) { call, session in
      let request = try session.reportRequest(call)
      let file = call[policy]
      let simulation = try session.desk().slaSimulation(
        request, file: file == "-" ? "standard input" : file,
        policies: try session.settings(file),
        zones: Zones(ZoneInfo(session.environment).bytes(of:)))
      try session.show(simulation, limit: call[limit])
    }
  }
}

extension Session {
  /// In bytes: more than any policies have.
  private static let longestSettings = 10_000_000

  fileprivate func settings(_ file: String) throws -> [UInt8] {
    file == "-"
      ? try StandardStream.readInput()
      : try FileSystem.readStream(file, limit: Self.longestSettings)
  }

  fileprivate func show(_ simulation: SLASimulation, limit: Int?) throws {
    let fields = ["by", "since", "until", "rows", "overall", "changes"]
    guard output.isText else { return try output.show(simulation.json, fields: fields) { "" } }
    let rows = simulation.rows
    let changes = simulation.changes
    guard output.isTerminal else {
      let compared = rows.isEmpty ? [] : rows + [simulation.overall]
      for line in ComparisonLine.byRow(compared) { try output.line(["row"] + line.plain) }
      for change in changes.prefix(limit ?? changes.count) {
        try output.line(["change"] + DifferenceText.plain(change))
      }
      return
    }
    guard !rows.isEmpty else { return output.note("no tickets match") }
    try output.startPager(self)
    let tickets = counted(simulation.overall.present.tickets, "ticket")
    try output.write("\(tickets) opened \(simulation.present.period.text ?? "so far")\n")
    try output.table(
      ComparisonLine.byClock(rows + [simulation.overall]),
      ComparisonLine.shown(simulation.present.dimension))
    try output.write("\n" + DifferenceText.summary(changes) + "\n")
    let shown = Array(changes.prefix(limit ?? 20))
    try output.table([TableSection(shown)], DifferenceText.shown)
    if shown.count < changes.count {
      try output.write("... \(changes.count - shown.count) left out, -n shows more\n")
    }
  }
}
