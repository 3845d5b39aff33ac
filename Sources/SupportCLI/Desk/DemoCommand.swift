import CommandKit
import Platform
import SupportDesk
import SupportModel

private let target = Argument.optional(
  "DIR", "Where to make it, if not in a temporary folder", completes: .directory)

/// Makes a lively sample desk and shows what can be done with it.
extension Command where Context == Session {
  static var demo: Command {
    Command(
      "demo", "Make a sample desk and show it", needs: .nothing, arguments: [target],
      details: "Nothing of yours is touched: the desk lies in a folder of its own.",
      examples: ["support demo", "support demo ~/sample-desk"],
      isCommon: true
    ) { call, session in
      let folder = try call[target] ?? temporaryFolder(session)
      let summary = try DemoDesk.make(in: folder, at: session.now, chance: session.chance)
      let record = JSONObject([
        ("path", .string(summary.root)), ("tickets", .integer(Int64(summary.tickets))),
        ("events", .integer(Int64(summary.events))),
        ("articles", .integer(Int64(summary.articles))),
      ])
      try session.output.show(record) {
        "made a desk with \(summary.tickets) tickets and \(summary.articles) articles in "
          + "\(summary.root)\n"
      }
      guard session.output.isText else { return }
      try tour(summary, session)
    }
  }

  private static func temporaryFolder(_ session: Session) throws -> String {
    let base = session.environment["TMPDIR"] ?? "/tmp"
    return "\(base)/support-demo-\(WallClock.milliseconds())"
  }

  /// Runs a few commands on the new desk, each said before its output.
  private static func tour(_ summary: DemoDesk.Summary, _ session: Session) throws {
    let commands: [[String]] = [
      ["ticket", "list", "-n", "12"], ["ticket", "show", summary.showpiece.description],
      ["kb", "search", "grinder", "pairing"], ["sla", "report"],
    ]
    for words in commands {
      let title = "$ support -C \(summary.root) \(words.joined(separator: " "))"
      try session.output.write("\n\(Style.bold.wrap(title, session.output.isColoured))\n")
      let invocation = try CommandTable.support.parse(
        ["-C", summary.root, "--as", "agent:ada", "--no-pager"] + words)
      guard case .run(let command, let path, let call) = invocation else { continue }
      session.output.commandPath = path
      try session.visit(call)
      try command.run(call, session)
    }
    let lines = [
      "", "Go on by yourself:", "", "  cd \(summary.root)", "  support ticket list is:overdue",
      "  support help",
    ]
    try session.output.write(lines.map { $0 + "\n" }.joined())
  }
}

extension Session {
  /// Turns to another desk within the same run.
  fileprivate func visit(_ call: Call) throws {
    try configure(call)
    leaveDesk()
  }
}
