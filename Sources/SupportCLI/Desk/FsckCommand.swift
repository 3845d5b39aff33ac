import CommandKit
import SupportDesk
import SupportModel

private let repair = Option.flag("repair", "Mend what can be derived from the rest")

/// Checks the desk's files.
extension Command where Context == Session {
  static var fsck: Command {
    Command(
      "fsck", "Check every line, document and attachment of the desk", needs: .nothing,
      options: [repair],
      details: """
        Ends with 1 when something is wrong that was not mended. In a pipe each line is code, \
        file, line and what is wrong; the codes are stable.
        """,
      examples: ["support fsck", "support fsck --repair", "support fsck --json"]
    ) { call, session in
      let report = try session.fsck(repair: call[repair])
      try session.output.list(report.findings + report.notes, FindingRow.listing)
      if session.output.isText {
        let counts = [
          counted(report.events, "event"), counted(report.documents, "document"),
          counted(report.attachments, "attachment"),
        ].joined(separator: ", ")
        let errors = report.findings.count { !$0.code.isWarning && !$0.isRepaired }
        session.output.note(
          report.isSound ? "\(counts): sound" : "\(counts): \(counted(errors, "error"))")
      }
      if !report.isSound { session.output.status = 1 }
    }
  }
}

/// How findings of fsck are written.
private enum FindingRow {
  private static func colour(of severity: FsckFinding.Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .plain
    }
  }

  static var listing: Listing<FsckFinding> {
    Listing(
      columns: [
        Column("CODE") {
          $0.code.rawValue
        } shown: { finding in
          Cell(
            finding.code.rawValue,
            finding.isRepaired ? .green : colour(of: finding.code.severity))
        },
        Column("FILE", isElastic: true, plain: \.file),
        Column("LINE", isNumber: true) { $0.line.map(String.init) ?? "" },
        Column("WHAT", isElastic: true) { $0.detail + ($0.isRepaired ? " (mended)" : "") },
      ],
      fields: [
        "code", "severity", "file", "line", "record", "detail", "derivable", "repaired",
      ],
      json: \.json)
  }
}
