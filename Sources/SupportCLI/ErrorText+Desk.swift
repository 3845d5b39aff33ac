import CommandKit
import Platform
import SupportDesk
import SupportModel

// MARK: The model

extension ErrorText {
  private static func hint(tooLong field: String, in unit: String) -> String? {
    switch field {
    case "subject": "the rest belongs in the message"
    case "message": "send it as a file with --attach, or raise limits in support.json"
    case "article", "template": "limits.message_size in support.json says how much"
    case "query": "support kb suggest -F FILE takes the telling words of a long text"
    // Lines are measured like subjects; what is counted in bytes has a limit of its own.
    default: unit == "characters" ? "limits.subject_length in support.json says how much" : nil
    }
  }

  init(refusal: Refusal) {
    switch refusal {
    case .missing(let field): self.init("the \(field) is missing", status: 2)
    case .empty(let field): self.init("the \(field) is empty", status: 2)
    case .holdsNUL(let field): self.init("the \(field) holds a NUL byte", status: 2)
    case .tooLong(let field, let limit, let actual, let unit):
      self.init(
        "the \(field) has \(actual) \(unit), the desk takes \(limit)",
        hint: Self.hint(tooLong: field, in: unit), status: 2)
    case .unknown(let kind, let word, let known):
      self.init("no \(kind) is called \"\(word)\"", hint: Self.hint(word, known), status: 2)
    case .invalid(let field, let value, let expected):
      self.init("\"\(value)\" is no \(field): expected \(expected)", status: 2)
    case .requiredField(let name, let category):
      self.init(
        "tickets of \(category) need the field \"\(name)\"", hint: "--field \(name)=VALUE",
        status: 2)
    case .linkToSelf(let id): self.init("ticket \(id) cannot be linked to itself", status: 2)
    case .notToCome(let time):
      self.init(
        "\(time) lies in the past", hint: "--until +3d, --until 2026-12-01", status: 2)
    case .mergeIntoSelf(let id):
      self.init("ticket \(id) cannot be merged into itself", status: 2)
    case .noMessage(let id, let word, let count):
      self.init(
        "ticket \(id) has no message \"\(word)\"",
        hint: "support ticket show \(id) numbers them, 1 to \(count)", status: 3)
    case .splitAll(let id):
      self.init("ticket \(id) would be left without a message", status: 5)
    case .alreadyMerged(let id, let target):
      self.init(
        "ticket \(id) was merged into \(target)", hint: "support ticket unmerge \(id)", status: 5)
    case .notMerged(let id): self.init("ticket \(id) was not merged", status: 5)
    case .mergeIntoDone(let id, let target, let status):
      self.init(
        "ticket \(target) is \(status), but \(id) is not done",
        hint: "support ticket reopen \(target)", status: 5)
    case .mergeIntoInternal(let id, let target):
      self.init(
        "ticket \(target) is internal, the customer of \(id) could not read it",
        hint: "support ticket merge \(target) --into \(id)", status: 5)
    case .mergeAcrossCustomers(let id, let target):
      self.init(
        "tickets \(id) and \(target) have different customers",
        hint: "with --cross-customer both will read all of it", status: 5)
    case .alreadyInStatus(let id, let status, let mayReopen):
      self.init(
        "ticket \(id) is already \(status)",
        hint: mayReopen ? "support ticket reopen \(id)" : nil, status: 5)
    case .transition(let id, let from, let to, let allowed):
      self.init(
        "ticket \(id) is \(from) and cannot become \(to)",
        hint: allowed.isEmpty ? nil : "from \(from): \(allowed.joined(separator: ", "))", status: 5)
    case .doneRefusesMessages(let id, let status, let mayReopen):
      self.init(
        "ticket \(id) is \(status) and takes no messages",
        hint: mayReopen ? "support ticket reopen \(id)" : "support ticket new", status: 5)
    case .done(let id, let status):
      self.init("ticket \(id) is \(status)", hint: "support ticket reopen \(id)", status: 5)
    case .erased(let id):
      self.init(
        "the content of ticket \(id) was erased, it takes no more", hint: "support ticket new",
        status: 5)
    case .erasedCustomer(let email):
      self.init("\(email) was erased, nothing is kept of them any more", status: 5)
    case .otherCustomer(let email, let main):
      self.init(
        "\(email) is a customer already", hint: "support customer merge \(email) --into \(main)",
        status: 5)
    case .customerChanged(let email, let expected, let actual):
      self.init(
        "the record of \(email) was changed: its head is \(actual), not \(expected)",
        hint: "support customer show \(email)", status: 5)
    case .notDone(let id, let status):
      self.init(
        "ticket \(id) is \(status), only what is resolved or closed can be rated", status: 5)
    case .notSpent(let id, let spent, let takenBack):
      self.init(
        "\(takenBack.exact) cannot be taken back from ticket \(id), which took \(spent.exact)",
        status: 5)
    case .linkedOtherwise(let id, let kind, let other):
      self.init(
        "ticket \(id) is linked to \(other) as \(kind.rawValue), the opposite of "
          + kind.inverse.rawValue,
        hint: "--kind \(kind.rawValue) --remove takes that link away", status: 5)
    case .alreadyAssigned(let id, let owner):
      self.init("ticket \(id) is already assigned to \(owner)", status: 5)
    case .changedSince(let id, let expected, let actual):
      self.init(
        "ticket \(id) was changed: its head is \(actual), not \(expected)",
        hint: "support ticket show \(id)", status: 5)
    case .newMessages(let id, let messages):
      self.init(
        "\(counted(messages.count, "new message")) came to ticket \(id) while you wrote",
        hint: "support ticket show \(id)", status: 5)
    case .fileChanged(let kind, let name):
      self.init("the \(kind) \(name) was changed by somebody else meanwhile", status: 5)
    case .exists(let kind, let name):
      self.init("the \(kind) \"\(name)\" exists already", status: 5)
    case .nameTaken(let kind, let name):
      self.init(
        "the \(kind) \"\(name)\" exists already",
        hint: "support \(kind) merge makes one of several", status: 5)
    case .hasBelow(let kind, let name, let below):
      self.init(
        "the \(kind) \"\(name)\" has others below it",
        hint: "below it: \(below.prefix(10).joined(separator: ", "))", status: 5)
    case .inUse(let kind, let name, let count):
      self.init(
        "the \(kind) \"\(name)\" is in use by \(counted(count, "ticket"))",
        hint: "--replace-by says what they get in its place", status: 5)
    case .ownsTickets(let handle, let count):
      self.init(
        "\(handle) owns \(counted(count, "open ticket"))",
        hint: "--reassign-to AGENT, --team TEAM or --unassign says what becomes of them", status: 5)
    case .intoItself(let kind, let name):
      self.init("the \(kind) \"\(name)\" cannot be moved into itself", status: 5)
    case .inactive(let kind, let name):
      self.init("the \(kind) \"\(name)\" takes no new tickets", status: 5)
    case .notPublished(let article, let status):
      self.init(
        "the article \(article) is \(status), only published ones are voted on", status: 5)
    case .lastAdmin(let handle):
      self.init(
        "\(handle) is the last admin", hint: "support agent edit HANDLE --role admin", status: 5)
    case .notPermitted(let actor, let action):
      self.init("\(actor) may not \(action)", status: 4)
    case .rateLimited(let email, let perHour):
      self.init(
        "\(email) opened \(perHour) tickets within the hour, more are not taken",
        hint: "answer one of those tickets, or wait", status: 4)
    case .messageRateLimited(let email, let perHour):
      self.init(
        "\(email) wrote \(perHour) messages within the hour, more are not taken",
        hint: "wait, or say it all in one message", status: 4)
    case .attachmentType(let name, let allowed):
      self.init(
        "files like \"\(name)\" are not taken",
        hint: "taken: \(allowed.joined(separator: ", "))", status: 2)
    case .attachmentSize(let name, let limit, let actual):
      self.init("\"\(name)\" has \(actual) bytes, the desk takes \(limit)", status: 2)
    case .attachmentNotFile(let path, let kind):
      self.init("\"\(path)\" is \(kind), not a file", status: 2)
    }
  }

  init(filter error: FilterError) {
    self.init("", hint: "support help filters", status: 2)
    lines = error.picture().split(separator: "\n").map { "  \($0)" }
    switch error.fact {
    case .unknownField(let name, let near):
      what = "a ticket has no field \"\(name)\""
      hint = Self.didYouMean(near) ?? "put it in quotes to search for the words"
    case .unknownValue(let kind, let word, let near):
      what = "no \(kind) is called \"\(word)\""
      hint = Self.didYouMean(near) ?? hint
    case .badID(let word): what = "\"\(word)\" is no ticket id"
    case .badDate(let word): what = "\"\(word)\" is no time"
    case .badNumber(let word): what = "\"\(word)\" is no number"
    case .badRange(let word): what = "\"\(word)\" is no range"
    case .noOrder(let field): what = "\(field) has no order to compare by"
    case .noSelf: what = "\"me\" is nobody that this field could name"
    case .emptyValue: what = "a value is missing"
    case .emptyGroup: what = "nothing stands between the parentheses"
    case .danglingOperator(let word): what = "\"\(word)\" has nothing to join"
    case .unbalancedParenthesis: what = "a parenthesis has no partner"
    case .unterminatedQuote: what = "a quote is not closed"
    case .textAfterQuote: what = "text hangs on a closing quote"
    case .negatedSort: what = "a sort key cannot be negated; -KEY turns the order round"
    case .tooDeep(let limit): what = "the filter is nested deeper than \(limit) levels"
    case .tooLong(let limit, let actual):
      what = "the filter has \(actual) bytes, at most \(limit) are read"
      lines = []
    }
  }

  init(clock error: ClockError) {
    switch error {
    case .negativeSpan: self.init("a negative duration cannot be added", status: 2)
    case .neverDue: self.init("so much working time does not pass before the year 10000")
    }
  }

  init(settings error: SettingsError) {
    // What is no file's has no place but its field: a calendar on the command line.
    let place =
      error.file.isEmpty ? "" : error.file + (error.line.map { ", line \($0)" } ?? "") + ": "
    let field = error.field.isEmpty ? "" : "\(error.field): "
    let last = error.field.split(separator: ".").last.map(String.init) ?? ""
    guard let filter = error.filter.map(ErrorText.init(filter:)) else {
      self.init("\(place)\(field)\(error.reason)", hint: Self.hint(last, error.known))
      return
    }
    self.init("\(place)\(field)\(filter.what)", hint: filter.hint, lines: filter.lines)
  }
}

// MARK: The desk and its files

extension ErrorText {
  init(desk error: DeskError) {
    switch error {
    case .noDesk(let folder):
      self.init(
        "no desk in \(folder == "." ? "this folder" : folder) or above it", hint: "support init",
        status: 3)
    case .nobody:
      self.init(
        "nobody knows who you are", hint: "support config actor agent:HANDLE, or --as HANDLE",
        status: 4)
    case .noIndex:
      self.init("there is no index of this desk, and none can be made", hint: "support fsck")
    case .notFound(let kind, let name, let known):
      self.init("no \(kind) \"\(name)\"", hint: Self.hint(name, known), status: 3)
    case .wrongSettings(let error):
      self.init(settings: error)
      what = "this cannot be: \(what)"
      status = 2
    case .namedBy(let kind, let name, var error):
      (error.file, error.line) = ("", nil)
      self.init(settings: error)
      what = "the \(kind) \"\(name)\" could not be read any more: \(what)"
      // What a shell would take apart is not put into a line to type.
      let word = Category.isLegal(path: name) ? name : "NAME"
      (hint, status) = ("support \(kind) edit \(word)", 5)
    case .inUseBy(let kind, let name, let names):
      self.init(
        "the \(kind) \"\(name)\" is in use by \(Self.list(names.map(\.description), "and"))",
        hint: "--replace-by says what they get in its place", status: 5)
    case .ambiguous(let typed, let candidates):
      let shown = candidates.prefix(20).map { "  \($0.id)  \($0.status)  \($0.subject)" }
      let more = candidates.count > 20 ? ["  and \(candidates.count - 20) more"] : []
      self.init(
        "\"\(typed)\" may be any of \(candidates.count) tickets", hint: "type more of the id",
        status: 3, lines: shown + more)
    case .notAReference(let typed):
      self.init(
        "\"\(typed)\" is no ticket id", hint: "an id looks like 261120-k7qx9m, k7qx9m or k7q",
        status: 3)
    case .refused(let id, let refusal):
      self.init(refusal: refusal)
      if !what.contains(id.description) { what = "ticket \(id): \(what)" }
      lines.append("no ticket was changed")
    case .noneChanged(let error):
      self.init(desk: error)
      lines.append("no ticket was changed")
    }
  }

  init(store error: StoreError) {
    switch error {
    case .locked(let holder):
      self.init(
        "the desk is locked by \(holder.isEmpty ? "another process" : holder)",
        hint: "try again when it is done", status: 5)
    case .settingsChanged:
      self.init(
        "support.json was changed meanwhile; nothing else was", hint: "try again", status: 5)
    case .damaged(let file, let line, let reason):
      self.init(
        "\(file)\(line.map { ", line \($0)" } ?? "") is damaged: \(reason)",
        hint: "support fsck")
    case .deskExists(let root): self.init("there is a desk in \(root) already", status: 5)
    case .cannotAdopt(let id, let fields):
      self.init(
        "ticket \(id): no event can express edits of \(Self.list(fields, "and"))",
        hint: "support ticket reply, note or status make such changes")
    case .noHistory(let key):
      self.init("the log holds nothing of \(key.kind.rawValue) \(key.name)", status: 3)
    case .endOfTime:
      self.init(
        "the clock, or the newest event, is at the end of the year 9998",
        hint: "support fsck tells of lines from the future")
    }
  }

  init(system error: SystemError) {
    self.init(error.description)
    // What was to be printed may well be done.
    guard error.path != StandardStream.outputName else { return }
    if error.isFull { hint = "nothing was changed; make room and try again" }
    if error.isReadOnly { hint = "nothing was changed; reading still works" }
  }
}
