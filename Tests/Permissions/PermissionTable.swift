import Foundation

/// What becomes of a command by somebody: the words of the table in `docs/permissions.md`, and the
/// exit codes they stand for.
enum Verdict: String, CaseIterable {
  case yes, no, hidden, usage

  var status: Int32 {
    switch self {
    case .yes: 0
    case .usage: 2
    case .hidden: 3
    case .no: 4
    }
  }

  init?(status: Int32?) {
    guard let found = Self.allCases.first(where: { $0.status == status }) else { return nil }
    self = found
  }
}

/// One line of the table: a command, and the verdict for each column.
struct PermissionRow: Sendable, CustomStringConvertible {
  /// As the page has it, with words in capitals for what a test puts there.
  let command: String
  /// Nil where the page has a question mark.
  var verdicts: [Verdict?]
  /// In the page, counted from 1.
  let line: Int

  var description: String { command }

  /// Whether it is about one of two tickets: of a category that a held agent has, or of another.
  var isAboutTicket: Bool { PermissionScene.ticketWords.contains { command.contains($0) } }
}

/// The page that tells people who may do what, which is also the table that the tests go by.
struct PermissionTable {
  /// The columns, in the order of the page.
  static let columns = [
    "admin", "agent", "agent, their category", "agent, another category", "viewer",
    "customer, theirs", "customer, a colleague's", "customer, another's", "system", "ai",
  ]

  struct Malformed: Error, CustomStringConvertible {
    let line: Int, reason: String
    var description: String { "docs/permissions.md, line \(line): \(reason)" }
  }

  static let page: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "docs/permissions.md")
  }()

  var rows: [PermissionRow] = []

  init() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == Self.columns.count + 1 else {
        throw Malformed(line: place + 1, reason: "\(cells.count - 1) verdicts")
      }
      let verdicts = try cells.dropFirst().map { cell in
        if cell == "?" { return nil as Verdict? }
        guard let verdict = Verdict(rawValue: cell) else {
          throw Malformed(line: place + 1, reason: "\"\(cell)\" is no verdict")
        }
        return verdict
      }
      rows.append(
        PermissionRow(
          command: cells[0].trimmingCharacters(in: ["`"]), verdicts: verdicts, line: place + 1))
    }
  }

  /// Puts verdicts where the page has question marks.
  static func fillIn(_ rows: [PermissionRow]) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for row in rows {
      let cells = ["`\(row.command)`"] + row.verdicts.map { $0?.rawValue ?? "?" }
      lines[row.line - 1] = "| " + cells.joined(separator: " | ") + " |"
    }
    try lines.joined(separator: "\n").write(to: page, atomically: true, encoding: .utf8)
  }
}
