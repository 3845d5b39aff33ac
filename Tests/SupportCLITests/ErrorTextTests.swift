import CommandKit
import Platform
import Testing

@testable import SupportCLI
@testable import SupportDesk
@testable import SupportModel

/// Errors as words, hints and exit statuses.
@Suite struct ErrorTextTests {
  static let id = TicketID("261120-k7qx9m") ?? TicketID(at: Instant(seconds: 0), chance: 0)

  struct Case: Sendable, CustomTestStringConvertible {
    let error: any Error
    let status: Int32
    let what: String
    var hint: String?

    init(_ error: any Error, _ status: Int32, _ what: String, hint: String? = nil) {
      (self.error, self.status, self.what, self.hint) = (error, status, what, hint)
    }

    var testDescription: String { what }
  }

  private static func check(_ expected: Case) {
    let text = ErrorText(expected.error)
    #expect(text.what == expected.what)
    #expect(text.hint == expected.hint)
    #expect(text.status == expected.status)
  }

  static let refusals: [(refusal: Refusal, status: Int32, what: String, hint: String?)] = [
    (.missing(field: "agent"), 2, "the agent is missing", nil),
    (.empty(field: "message"), 2, "the message is empty", nil),
    (
      .tooLong(field: "subject", limit: 255, actual: 300, unit: "characters"), 2,
      "the subject has 300 characters, the desk takes 255", "the rest belongs in the message"
    ),
    (
      .notSpent(id, spent: .zero, takenBack: TimeSpan(seconds: 1200)), 5,
      "20m cannot be taken back from ticket 261120-k7qx9m, which took 0s", nil
    ),
    (
      .tooLong(field: "template", limit: 10, actual: 11, unit: "bytes"), 2,
      "the template has 11 bytes, the desk takes 10",
      "limits.message_size in support.json says how much"
    ),
    (
      .tooLong(field: "reason", limit: 255, actual: 256, unit: "characters"), 2,
      "the reason has 256 characters, the desk takes 255",
      "limits.subject_length in support.json says how much"
    ),
    (
      .tooLong(field: "order", limit: 200, actual: 201, unit: "bytes"), 2,
      "the order has 201 bytes, the desk takes 200", nil
    ),
    (
      .tooLong(field: "message", limit: 10, actual: 11, unit: "bytes"), 2,
      "the message has 11 bytes, the desk takes 10",
      "send it as a file with --attach, or raise limits in support.json"
    ),
    (
      .unknown(kind: "status", word: "opne", known: ["open", "pending"]), 2,
      "no status is called \"opne\"", "did you mean open?"
    ),
    (
      .invalid(field: "tag", value: "a b", expected: "letters"), 2,
      "\"a b\" is no tag: expected letters", nil
    ),
    (.linkToSelf(id), 2, "ticket 261120-k7qx9m cannot be linked to itself", nil),
    (
      .alreadyInStatus(id, status: "closed", mayReopen: true), 5,
      "ticket 261120-k7qx9m is already closed",
      "support ticket reopen 261120-k7qx9m"
    ),
    (
      .alreadyInStatus(id, status: "pending", mayReopen: false), 5,
      "ticket 261120-k7qx9m is already pending", nil
    ),
    (
      .transition(id, from: "closed", to: "pending", allowed: ["open"]), 5,
      "ticket 261120-k7qx9m is closed and cannot become pending", "from closed: open"
    ),
    (
      .doneRefusesMessages(id, status: "closed", mayReopen: true), 5,
      "ticket 261120-k7qx9m is closed and takes no messages",
      "support ticket reopen 261120-k7qx9m"
    ),
    (
      .notDone(id, status: "open"), 5,
      "ticket 261120-k7qx9m is open, only what is resolved or closed can be rated", nil
    ),
    (
      .alreadyAssigned(id, to: "ada"), 5, "ticket 261120-k7qx9m is already assigned to ada", nil
    ),
    (
      .changedSince(id, expected: "01A", actual: "01B"), 5,
      "ticket 261120-k7qx9m was changed: its head is 01B, not 01A",
      "support ticket show 261120-k7qx9m"
    ),
    (.holdsNUL(field: "message"), 2, "the message holds a NUL byte", nil),
    (
      .lastAdmin("ada"), 5, "ada is the last admin", "support agent edit HANDLE --role admin"
    ),
    (.exists(kind: "agent", name: "ada"), 5, "the agent \"ada\" exists already", nil),
    (
      .notPermitted(.customer("bob@example.com"), action: "write notes"), 4,
      "customer:bob@example.com may not write notes", nil
    ),
    (
      .rateLimited(email: "bob@example.com", perHour: 10), 4,
      "bob@example.com opened 10 tickets within the hour, more are not taken",
      "answer one of those tickets, or wait"
    ),
    (
      .messageRateLimited(email: "bob@example.com", perHour: 60), 4,
      "bob@example.com wrote 60 messages within the hour, more are not taken",
      "wait, or say it all in one message"
    ),
    (
      .otherCustomer("rob@example.com", of: "bob@example.com"), 5,
      "rob@example.com is a customer already",
      "support customer merge rob@example.com --into bob@example.com"
    ),
    (
      .attachmentType(filename: "x.exe", allowed: ["pdf", "png"]), 2,
      "files like \"x.exe\" are not taken", "taken: pdf, png"
    ),
    (
      .attachmentSize(filename: "x.pdf", limit: 10, actual: 20), 2,
      "\"x.pdf\" has 20 bytes, the desk takes 10", nil
    ),
    (
      .attachmentNotFile(path: "/dev/null", kind: "a device"), 2,
      "\"/dev/null\" is a device, not a file", nil
    ),
  ]

  @Test(arguments: refusals)
  func `A refusal has its words, its hint and its status`(
    _ refusal: Refusal, _ status: Int32, _ what: String, _ hint: String?
  ) {
    Self.check(Case(refusal, status, what, hint: hint))
  }

  static let path = ["ticket", "close"]

  static let usages: [(error: UsageError, what: String, hint: String)] = [
    (.missingCommand, "a command is missing", "support help"),
    (
      .unknownCommand("clsoe", in: "ticket", nearest: ["close"]),
      "\"ticket clsoe\" is not a command", "did you mean support ticket close?"
    ),
    (
      .missingVerb(noun: "kb", verbs: ["new", "show"]), "\"kb\" needs a verb: new, show",
      "support help kb"
    ),
    (
      .unknownOption("--mesage", path: path, nearest: ["--message"]), "unknown option --mesage",
      "did you mean --message?"
    ),
    (
      .misplacedOption("--json", path: ["ticket"]), "--json belongs behind the command",
      "support help ticket"
    ),
    (
      .missingValue(option: "--message", placeholder: "TEXT", path: path),
      "--message needs a value: --message TEXT", "support help ticket close"
    ),
    (
      .unexpectedValue(option: "--dry-run", value: "yes", path: path),
      "--dry-run takes no value, but \"yes\" was given", "support help ticket close"
    ),
    (.missingArgument("ID", path: path), "ID is missing", "support help ticket close"),
    (
      .unexpectedArgument("word", path: ["fsck"]), "unexpected word \"word\"", "support help fsck"
    ),
    (
      .invalidValue(
        of: "--limit", value: "many", expected: "a whole number", nearest: [], path: path),
      "\"many\" is no value for --limit: it takes a whole number", "support help ticket close"
    ),
    (
      .conflictingOptions(["--none", "--to"], path: path), "--none and --to exclude each other",
      "support help ticket close"
    ),
    (
      .missingOption(["--message", "--file"], path: path), "one of --message or --file is needed",
      "support help ticket close"
    ),
    (
      .missingOption(["--subject"], path: path), "--subject is needed",
      "support help ticket close"
    ),
    (
      .replacedArgument("AGENT", value: "ada", by: "--team", path: path),
      "--team stands in place of AGENT, but \"ada\" was given too", "support help ticket close"
    ),
    (
      .aliasLoop(["a", "b", "a"]), "aliases lead round in a circle: a -> b -> a",
      "support config alias.a"
    ),
    (
      .malformedAlias(name: "mine", text: "'"), "the alias mine makes no sense: '",
      "support config alias.mine"
    ),
  ]

  @Test(arguments: usages)
  func `A command line that makes no sense is told so, with status 2`(
    _ error: UsageError, _ what: String, _ hint: String
  ) {
    Self.check(Case(error, 2, what, hint: hint))
  }

  static let others: [Case] = [
    Case(
      DeskError.noDesk(from: "."), 3, "no desk in this folder or above it", hint: "support init"),
    Case(
      DeskError.nobody, 4, "nobody knows who you are",
      hint: "support config actor agent:HANDLE, or --as HANDLE"),
    Case(
      DeskError.notFound(kind: "agent", name: "adda", known: ["ada"]), 3, "no agent \"adda\"",
      hint: "did you mean ada?"),
    Case(
      Refusal.fileChanged(kind: "article", name: "en/refunds"), 5,
      "the article en/refunds was changed by somebody else meanwhile"),
    Case(
      DeskError.notAReference("u!"), 3, "\"u!\" is no ticket id",
      hint: "an id looks like 261120-k7qx9m, k7qx9m or k7q"),
    Case(
      DeskError.ambiguous(
        typed: "k7", candidates: [.init(id: id, status: "open", subject: "Cannot sign in")]), 3,
      "\"k7\" may be any of 1 tickets", hint: "type more of the id"),
    Case(
      StoreError.locked(holder: "process 7"), 5, "the desk is locked by process 7",
      hint: "try again when it is done"),
    Case(
      StoreError.damaged(file: "a.json", line: 3, reason: "cut"), 1,
      "a.json, line 3 is damaged: cut", hint: "support fsck"),
    Case(StoreError.deskExists("/d"), 5, "there is a desk in /d already"),
    Case(
      StoreError.cannotAdopt(id, fields: ["messages", "head"]), 1,
      "ticket 261120-k7qx9m: no event can express edits of messages and head",
      hint: "support ticket reply, note or status make such changes"),
    Case(StoreError.noHistory(.ticket(id)), 3, "the log holds nothing of ticket 261120-k7qx9m"),
    Case(
      StoreError.endOfTime, 1, "the clock, or the newest event, is at the end of the year 9998",
      hint: "support fsck tells of lines from the future"),
    Case(
      SettingsError(
        file: "support.json", line: 4, field: "limits.sixe", reason: "unknown field",
        known: ["size"]), 1, "support.json, line 4: limits.sixe: unknown field",
      hint: "did you mean size?"),
    Case(
      NewerFormat(file: "support.json", format: 9), 1,
      "support.json says format 9, this version reads up to 1", hint: "install a newer support"),
    Case(
      OutputError.unknownField("stauts", known: ["status"]), 2, "there is no field \"stauts\"",
      hint: "did you mean status?"),
    Case(
      OutputError.badFormat("%", reason: "it ends"), 2, "the format \"%\" makes no sense: it ends"),
    Case(CursorError.notCursor, 2, "that is not a cursor"),
    Case(
      CursorError.otherQuery, 2, "the cursor belongs to another filter or order",
      hint: "go on with the same words and flags as the page before"),
    Case(
      NotConfirmed.noTerminal("Remove the agent ben?"), 2,
      "nobody is there to answer: Remove the agent ben?", hint: "with --yes it is not asked"),
    Case(NotConfirmed.refused, 1, "nothing was done"),
    Case(
      EditorFailed(command: "vi", status: 1), 1, "the editor \"vi\" ended with status 1"),
  ]

  @Test(arguments: others)
  func `Whatever else can fail has its words and its status`(_ expected: Case) {
    Self.check(expected)
  }

  @Test func `A refusal within a bulk command names its ticket, and says that nothing changed`() {
    let text = ErrorText(DeskError.refused(Self.id, .notPermitted(.ai, action: "close")))
    #expect(text.what == "ticket 261120-k7qx9m: ai may not close")
    #expect(text.lines == ["no ticket was changed"])
    #expect(text.status == 4)
  }

  @Test func `A fault in a filter is pointed at`() throws {
    let context = FilterContext(
      settings: DeskSettings(), now: Instant(seconds: 0), person: Person(.system))
    let error = try #require(throws: FilterError.self) { try Filter.parse("stauts:x", context) }
    let text = ErrorText(error)
    #expect(text.what == "a ticket has no field \"stauts\"")
    #expect(text.hint == "did you mean status?")
    #expect(text.lines == ["  stauts:x", "  ^^^^^^"])
    #expect(text.status == 2)
  }

  @Test func `A full disk and a read-only desk say what to do`() {
    #expect(ErrorText(SystemError("write", "/d/x", code: 28)).hint?.contains("make room") == true)
    #expect(ErrorText(SystemError("write", "/d/x", code: 30)).hint?.contains("read") == true)
    #expect(ErrorText(SystemError("write", "standard output", code: 28)).hint == nil)
    #expect(ErrorText(SystemError("write", "/d/x", code: 30)).status == 1)
  }
}
