import Foundation
import TestPrograms

/// The steps of one transcript, read from its text:
///
///     Prose begins at column 0.           Needs: sqlite3, git
///
///       $ support ticket show k7q \
///       > --json                          the command goes on
///       {"id":"261120-k7qx9m",[..]}       what it prints; [..] is anything
///       ...                               any number of lines
///       [3]                               the exit status, when it is not 0
///       @ 2026-11-21T09:00:00Z            the clock of the next command
///
/// Pages for readers hold the same in fences marked `console`, without the indent, and keep
/// `Needs:` and `@` out of sight in an HTML comment.
struct Session {
  enum Style { case indented, fenced }

  /// The text cut at line feeds.
  let lines: [String]
  let indent: String
  private(set) var steps: [Step] = []
  /// The programs without which the transcript is skipped.
  private(set) var needs: [String] = []
  /// How long the whole file may take.
  private(set) var timeout = Duration.seconds(60)

  private var now: Date
  private var open: Step?

  init(_ text: String, style: Style = .indented, path: String = "transcript") throws {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    indent = style == .indented ? "  " : ""
    now = try Clock.date(Clock.start, at: "\(path):1")
    for (index, kind) in Self.kinds(of: lines, in: style).enumerated() {
      switch kind {
      case .typed(let text): try read(text, index, at: "\(path):\(index + 1)")
      case .blank: break
      case .prose(let text):
        close()
        try obey(text, at: "\(path):\(index + 1)")
      }
    }
    close()
  }

  private mutating func read(_ text: String, _ index: Int, at place: String) throws {
    if text.hasPrefix("$ ") {
      close()
      open = Step(
        line: index + 1, command: String(text.dropFirst(2)), body: index + 1..<index + 1,
        now: now, seed: steps.count + 1)
      now += 1
    } else if text.hasPrefix("@ ") {
      close()
      now = try Clock.date(String(text.dropFirst(2)), at: place)
    } else if let body = open?.body {
      if text == ">" || text.hasPrefix("> "), body == index..<index {
        open?.command += "\n" + text.dropFirst(2)
        open?.body = index + 1..<index + 1
      } else {
        let blanks = index - body.upperBound
        open?.expected += Array(repeating: "", count: blanks) + [text]
        open?.body = body.lowerBound..<index + 1
      }
    }
  }

  private mutating func close() {
    guard var step = open else { return }
    if let status = step.expected.last.flatMap(Self.status(in:)) {
      step.status = status
      step.expected.removeLast()
      while step.expected.last == "" { step.expected.removeLast() }
    }
    steps.append(step)
    open = nil
  }

  /// The 5 of a line `[5]`.
  static func status(in line: String) -> Int32? {
    line.hasPrefix("[") && line.hasSuffix("]") ? Int32(line.dropFirst().dropLast()) : nil
  }

  private mutating func obey(_ prose: String, at place: String) throws {
    var words = prose
    if words.hasPrefix("<!-- "), words.hasSuffix(" -->") {
      words = String(words.dropFirst(5).dropLast(4))
      if words.hasPrefix("@ ") { now = try Clock.date(String(words.dropFirst(2)), at: place) }
    }
    guard steps.isEmpty else { return }
    if words.hasPrefix("Needs: ") {
      needs += words.dropFirst(7).split { " ,.".contains($0) }.map(String.init)
    } else if words.hasPrefix("Timeout: "), let seconds = Int(words.dropFirst(9)) {
      timeout = .seconds(seconds)
    }
  }
}
