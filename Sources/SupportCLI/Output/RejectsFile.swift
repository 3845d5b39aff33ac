import Platform
import SupportDesk
import SupportModel

/// What was not imported: a line for each record, with its number, the reason and the record. The
/// first few are told at once as well.
final class RejectsFile {
  let path: String
  /// Whether it is written at all.
  var isKept = true
  private let session: Session
  private var file: OutputFile?
  private var told = 0

  private static let mostTold = 10

  init(_ path: String, _ session: Session) { (self.path, self.session) = (path, session) }

  func add(_ rejected: RejectedRecord) throws {
    let reason = ErrorText(rejected.reason)
    told += 1
    if told <= Self.mostTold {
      let hint = reason.hint.map { " (\($0))" } ?? ""
      session.output.note(Visible.line("line \(rejected.line): \(reason.what)\(hint)"))
    }
    guard isKept else { return }
    var line = JSONObject([
      ("line", .integer(Int64(rejected.line))), ("reason", .string(reason.what)),
    ])
    line["record"] = rejected.record
    let file = try file ?? OutputFile(path)
    self.file = file
    try file.write(JSON.object(line).compactBytes + [0x0A])
  }

  /// Puts it in its place, if there is anything in it.
  func finish() throws {
    try file?.finish()
    file = nil
  }

  /// Says how many there were, by words and by the exit status.
  func conclude(_ count: Int) {
    guard count > 0 else { return }
    session.output.status = 1
    if told > Self.mostTold { session.output.note("and \(told - Self.mostTold) more") }
    session.output.note(
      "\(counted(count, "record")) rejected\(isKept ? ": \(path)" : "")")
  }
}
