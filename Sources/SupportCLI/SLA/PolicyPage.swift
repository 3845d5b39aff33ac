import CommandKit
import SupportDesk
import SupportModel

/// One policy on a terminal: what it is for, its targets as a table, its mistakes.
struct PolicyPage {
  private let standing: PolicyStanding
  private let output: Output
  private let settings: DeskSettings

  init(standing: PolicyStanding, _ session: Session, _ settings: DeskSettings) {
    (self.standing, self.settings) = (standing, settings)
    output = session.output
  }

  private var policy: SLAPolicy { standing.policy }

  var text: String { head + facts.joined() + targets + mistakes }

  private var head: String {
    let name = Style.bold.wrap(
      "\(standing.place). \(output.visible(policy.name))", output.isColoured)
    return "\(name): \(counted(standing.openTickets, "open ticket"))\n"
  }

  private var facts: [String] {
    let pauses = policy.pausingStatuses(settings.lifecycle).joined(separator: ", ")
    let first = policy.pausesFirstResponse ? ", the first response too" : ""
    return [
      fact("when", policy.when ?? "always"), fact("calendar", policy.calendar),
      fact("warns at", "\(Int((policy.warnAt * 100).rounded()))%"),
      fact("pauses in", pauses.isEmpty ? "no status" : pauses + first),
      policy.escalation.map { fact("escalates", PolicyText.long($0)) } ?? "",
    ]
  }

  private func fact(_ label: String, _ value: String) -> String {
    let label = label + String(repeating: " ", count: 11 - label.count)
    return folded(output.visible(value), label: Style.dim.wrap(label, output.isColoured))
  }

  /// A text behind a label, in as many lines as the terminal needs.
  private func folded(_ text: String, label: String) -> String {
    let lines = wrap(text, width: max(20, min(output.width, 100) - 13))
    return "  " + label + lines.joined(separator: "\n" + String(repeating: " ", count: 13)) + "\n"
  }

  private var targets: String {
    let rows = PolicyText.rows(policy, settings)
    let clocks = SLAClock.Kind.allCases.map { kind in
      Column<PolicyText.Row>(SLAReportClock(kind).title.uppercased()) {
        $0.targets[kind].map(\.exact) ?? "-"
      }
    }
    let category =
      policy.categories.isEmpty
      ? [] : [Column<PolicyText.Row>("CATEGORY", isElastic: true) { $0.category ?? "" }]
    let priority = Column<PolicyText.Row>("  PRIORITY") { "  \($0.priority)" }
    return Table(rows, [priority] + category + clocks, output).text
  }

  private var mistakes: String {
    standing.mistakes.map { mistake in
      let label = Style.yellow.wrap("warning    ", output.isColoured)
      let text = "\(mistake.field): \(mistake.detail) (\(mistake.code.rawValue))"
      return folded(output.visible(text), label: label)
    }.joined()
  }
}
