import CommandKit
import Platform
import SupportDesk
import SupportModel

private let input = Argument.one(
  "FILE", "A record a line: JSON, or CSV with a header; - reads standard input", completes: .file)
private let csv = Option.flag("csv", "The input is CSV, whatever its name")
private let strict = Option.flag("strict", "Import all records, or none")
private let rejects = Option.text(
  "rejects", value: "FILE", "Write what is not imported to this file",
  default: "FILE.rejects.jsonl beside the input", completes: .file)
private let ignoreUnknown = Option.flag(
  "ignore-unknown", "Pass over members that mean nothing here")

/// Imports tickets.
extension Command where Context == Session {
  static var importTickets: Command {
    Command(
      "import", "Import tickets", needs: .desk,
      arguments: [input], options: [csv, strict, rejects, ignoreUnknown, Shared.dryRun],
      details: """
        A record is what `support export` writes, or any object with a subject: body, customer, \
        created_at, updated_at, resolved_at, closed_at, status, priority, category, channel, \
        assigned_to, team, tags, order, fields, external_id and messages (body, at, author, \
        is_internal, direction).

        A ticket that is here already is passed over: the same document, or one with the same \
        external_id. So an import can be done again, and goes on where it was killed. Records that \
        cannot be imported are listed with their lines and reasons in a file; the others go in.
        """,
      examples: [
        "support import tickets.jsonl", "support import tickets.csv --dry-run",
        "support -C ../old export | support import - --strict",
      ]
    ) { call, session in
      let source = ImportSource(
        path: call[input], isCSV: call[csv] || call[input].lowercased().hasSuffix(".csv"),
        ignoresUnknown: call[ignoreUnknown])
      let target = call[rejects] ?? source.rejects
      guard target != source.path else {
        throw Refusal.invalid(
          field: "rejects file", value: target, expected: "another file than the input")
      }
      try session.importTickets(
        source, to: RejectsFile(target, session), isDryRun: call[Shared.dryRun],
        isStrict: call[strict])
    }
  }
}

extension Session {
  fileprivate func importTickets(
    _ source: ImportSource, to file: RejectsFile, isDryRun: Bool, isStrict: Bool
  ) throws {
    let desk = try desk()
    var source = source
    if isStrict, !isDryRun {
      try source.spool(at: desk.importSpool())
      defer { source.removeSpool() }
      let trial = try run(source, desk, file, isDryRun: true)
      if trial.rejected == 0 {
        try report(run(source, desk, file, isDryRun: false), file)
      } else {
        try reportNothing(trial, file)
      }
    } else {
      file.isKept = !isDryRun
      try report(run(source, desk, file, isDryRun: isDryRun), file)
    }
  }

  private func run(
    _ source: ImportSource, _ desk: Desk, _ file: RejectsFile, isDryRun: Bool
  ) throws -> Imported {
    let progress = Progress(isDryRun ? "reading records" : "importing records", output)
    defer { progress.finish() }
    let tell: (Int) -> Void = { progress.update($0, of: nil) }
    let imported = try desk.importTickets(
      isDryRun: isDryRun, ignoresUnknown: source.ignoresUnknown, reject: file.add, progress: tell
    ) { run in
      try source.read { input, line in try run.add(input, line: line) }
    }
    try file.finish()
    return imported
  }

  private func report(_ imported: Imported, _ file: RejectsFile) throws {
    let would = imported.isDryRun ? "would be " : ""
    var lines = [
      "\(counted(imported.tickets, "ticket")) with \(counted(imported.messages, "message")) \(would)imported"
    ]
    if imported.customers > 0 {
      lines.append("\(counted(imported.customers, "customer")) \(would)added")
    }
    if imported.skipped > 0 {
      lines.append(
        "\(counted(imported.skipped, "record")) skipped: the desk has \(imported.skipped == 1 ? "its ticket" : "their tickets") already"
      )
    }
    try tell(imported.json(file), lines)
    warn(imported.warning)
    let missing = imported.missingFiles.count
    if missing > 0 {
      output.note(
        "\(counted(missing, "attached file")) \(missing == 1 ? "is" : "are") not in this desk: copy attachments/ from where they are"
      )
    }
    file.conclude(imported.rejected)
  }

  private func reportNothing(_ trial: Imported, _ file: RejectsFile) throws {
    var none = Imported()
    none.rejected = trial.rejected
    try tell(none.json(file), ["nothing imported"])
    file.conclude(trial.rejected)
  }
}

extension Imported {
  fileprivate func json(_ file: RejectsFile) -> JSONObject {
    var json = JSONObject([
      ("tickets", .integer(Int64(tickets))), ("messages", .integer(Int64(messages))),
      ("customers", .integer(Int64(customers))), ("skipped", .integer(Int64(skipped))),
      ("rejected", .integer(Int64(rejected))),
      ("missing_files", .integer(Int64(missingFiles.count))), ("dry_run", .bool(isDryRun)),
    ])
    json["rejects"] = rejected > 0 && file.isKept ? .string(file.path) : nil
    return json
  }
}
