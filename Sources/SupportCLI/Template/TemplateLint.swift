import CommandKit
import SupportDesk
import SupportModel

private let names = Argument.any("NAME", "These only", completes: .live("template"))

/// Looks for mistakes in templates.
extension Command where Context == Session {
  static var templateLint: Command {
    Command(
      "lint", "Look for mistakes in templates", needs: .desk, arguments: [names],
      details: """
        Variables and categories that do not exist, templates that include what is not there or \
        themselves, braces that are not closed. Ends with 1 where it finds any.
        """,
      examples: ["support template lint", "support template lint refund --json"]
    ) { call, session in
      let findings = try session.desk().lintTemplates(call[names])
      try session.output.list(rows(findings), listing)
      let isSound = findings.mistakes.isEmpty && findings.broken.isEmpty
      if !isSound { session.output.status = 1 }
      if isSound, session.output.isText {
        session.output.note("\(counted(findings.count, "template")): no mistakes")
      }
    }
  }

  private struct Row {
    var file: String
    var line: Int?
    var problem: String
  }

  private static func rows(_ findings: TemplateFindings) -> [Row] {
    let broken = findings.broken.map { error in
      let field = error.field.isEmpty ? "" : "\(error.field): "
      return Row(file: error.file, line: error.line, problem: field + error.reason)
    }
    let mistakes = findings.mistakes.map { file, mistake in
      Row(file: file, line: mistake.line, problem: TemplateProblem(mistake.error).what)
    }
    return broken + mistakes
  }

  private static var listing: Listing<Row> {
    Listing(
      columns: [
        Column("PLACE") { row in row.file + (row.line.map { ":\($0)" } ?? "") },
        Column("PROBLEM", isElastic: true, plain: \.problem),
      ],
      fields: ["file", "line", "problem"],
      json: { row in
        var json = JSONObject([("file", .string(row.file))])
        json["line"] = row.line.map { .integer(Int64($0)) }
        json["problem"] = .string(row.problem)
        return json
      })
  }
}
