import CommandKit
import Platform
import SupportModel

/// The ways to write a report beside those of every command.
enum ReportForm {
  static let csv = Option.flag("csv", "Write comma-separated values")
  static let svg = Option.text(
    "svg", value: "FILE", "Also write a chart to FILE; - writes it instead of the table",
    completes: .file)
}

extension Session {
  /// Refuses two ways of writing for the one standard output.
  func requireOneForm(_ call: Call, explain: Option<Bool>) throws {
    let isChart = call[ReportForm.svg] == "-"
    var forms: [String] = []
    if call[ReportForm.csv] { forms.append(ReportForm.csv.shape.spelling) }
    if call[explain], isChart { forms.append(explain.shape.spelling) }
    if isChart { forms.append(ReportForm.svg.shape.spelling) }
    if !output.isText, !forms.isEmpty {
      forms.append(call.has(CommonOption.format) ? "--format" : "--json")
    }
    guard forms.count > 1 else { return }
    throw UsageError.conflictingOptions(Array(forms.suffix(2)), path: output.commandPath)
  }

  func write(chart: String, to file: String) throws {
    if file == "-" { return try output.write(chart) }
    try OutputFile.write(Array(chart.utf8), to: file)
  }
}
