import CommandKit
import Platform
import SupportModel

/// Where results and messages go, and in which form: data to standard output, all else to standard
/// error.
final class Output {
  /// How records are written.
  enum Form {
    /// Tables and sentences; on a terminal aligned and coloured, in a pipe parted by tabs.
    case text
    /// JSON, all members or the ones picked.
    case json([String]?)
    case format(FormatTemplate)
  }

  private(set) var form = Form.text
  private(set) var isTerminal = Terminal.isTerminal(.output)
  private(set) var isColoured = false
  /// What ends a record: a newline, or NUL with `-z`.
  private(set) var recordEnd = "\n"
  /// The exit status of a command that says something by it (`sla check --exit-code`).
  var status: Int32 = 0
  var commandPath: [String] = []

  private let environment: Environment
  private var mayPage = true
  private var isColourChosen = false
  private var stream = StandardStream(.output)
  private let errors = StandardStream(.error)
  private var pager: Pager?
  /// What is said once the reader has left the pager, whose screen it would spoil.
  private var lateNotes: [String] = []
  /// What went wrong with the data while something else was being said.
  private var lateFailure: (any Error)?

  init(_ environment: Environment) {
    self.environment = environment
    isColoured = wantsColour(nil)
  }

  func configure(_ call: Call) throws {
    switch call[CommonOption.json] {
    case .absent: break
    case .bare: form = .json(nil)
    case .value(let list): form = .json(list.split(separator: ",").map { trimmed($0) })
    }
    if let template = call[CommonOption.format] { form = .format(try FormatTemplate(template)) }
    if call[CommonOption.nul] { recordEnd = "\0" }
    isColourChosen = call.has(GlobalOption.color) || environment["SUPPORT_COLOR"] != nil
    isColoured = wantsColour(call[GlobalOption.color])
    mayPage = !call[GlobalOption.noPager]
  }

  /// Takes the colour that this copy's settings ask for, where nobody said otherwise for this run.
  func prefer(colour choice: String?) {
    guard !isColourChosen else { return }
    isColoured = wantsColour(choice)
  }

  /// Flag, then `SUPPORT_COLOR`, then this copy's settings, then `NO_COLOR`, then the terminal.
  private func wantsColour(_ choice: String?) -> Bool {
    switch choice ?? environment["SUPPORT_COLOR"] {
    case "always": true
    case "never": false
    default: isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }
  }

  /// Columns to fill: `COLUMNS`, the terminal's, or 80.
  var width: Int {
    environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      ?? Terminal.width() ?? 80
  }

  var isText: Bool { if case .text = form { true } else { false } }

  /// A line from strangers: made harmless on a terminal, untouched in a pipe.
  func visible(_ line: String) -> String { isTerminal ? Visible.line(line) : line }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Whoever leaves the pager early has read enough: what follows goes nowhere.
  func write(_ bytes: [UInt8]) throws {
    do { try stream.write(bytes) } catch let error as SystemError
      where error.isBrokenPipe && pager != nil
    {}
  }

  /// A line of text for people and pipes; nothing where records are wanted as data.
  func say(_ line: String) throws {
    if isText { try write(visible(line) + recordEnd) }
  }

  /// A line on standard error, after what was written so far.
  func note(_ line: String) {
    if pager == nil { tell(line + "\n") } else { lateNotes.append(line) }
  }

  /// Whether something may be drawn on standard error, and taken away again.
  var mayDraw: Bool { Terminal.isTerminal(.error) && environment["TERM"] != "dumb" }

  /// Text for a terminal behind standard error, as it is.
  func draw(_ text: String) { tell(text) }

  /// A question on standard error; what is typed stands behind it.
  func ask(_ question: String) { tell(question + " ") }

  private func tell(_ text: String) {
    do { try stream.flush() } catch { lateFailure = lateFailure ?? error }
    do {
      try errors.write(text)
      try errors.flush()
    } catch {
      // There is nobody left to tell.
      status = max(status, 1)
    }
  }

  /// Writes what waits, for those who watch.
  func flush() throws { try stream.flush() }

  /// Sends what follows through the reader's pager, where there is a terminal and a pager.
  func startPager(_ session: Session) throws {
    guard mayPage, isTerminal, pager == nil, let command = try pagerCommand(session) else { return }
    let pager = try Pager(command: command)
    self.pager = pager
    stream = pager.stream
  }

  private func pagerCommand(_ session: Session) throws -> String? {
    let configured = environment["SUPPORT_PAGER"] ?? session.localSetting("pager")
    let command = configured ?? environment["PAGER"]
    if let command { return command == "cat" ? nil : command }
    return ChildProcess.find("less", path: environment["PATH"]) == nil ? nil : "less"
  }

  /// Writes what is left, and waits for the pager's reader.
  func finish() throws {
    if let pager { try pager.finish() } else { try stream.flush() }
    pager = nil
    stream = StandardStream(.output)
    lateNotes.forEach(note)
    lateNotes = []
    if let failure = lateFailure {
      lateFailure = nil
      throw failure
    }
  }
}
