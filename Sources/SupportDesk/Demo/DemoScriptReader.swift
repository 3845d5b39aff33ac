/// Reads a script line by line; see `DemoScript` for the format.
struct DemoScriptReader {
  private let lines: [Substring]
  private var position = 0

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The next ticket, or nil at the end of the script.
  mutating func nextTicket() throws(DemoScriptError) -> DemoTicket? {
    skipBlankLines()
    guard position < lines.count else { return nil }
    let start = position + 1
    guard lines[position].hasPrefix("ticket:") else {
      throw .unexpectedText(String(lines[position]), line: start)
    }
    var ticket = try DemoHeaders(try nextHeaders(), ticketLine: start).ticket()
    ticket.steps = try nextSteps(of: ticket, ticketLine: start)
    return ticket
  }

  // MARK: Headers

  private mutating func nextHeaders() throws(DemoScriptError) -> [String: DemoHeaders.Value] {
    var headers: [String: DemoHeaders.Value] = [:]
    while position < lines.count, !lines[position].isBlank {
      let line = position + 1
      let name = String(lines[position].prefix { $0 != ":" })
      let value = lines[position].dropFirst(name.count + 1)
      guard DemoHeaders.names.contains(name) else { throw .unknownHeader(name, line: line) }
      guard headers[name] == nil else { throw .repeatedHeader(name, line: line) }
      if !value.isBlank { headers[name] = DemoHeaders.Value(text: value.trimmed, line: line) }
      position += 1
    }
    return headers
  }

  // MARK: Steps

  private mutating func nextSteps(
    of ticket: DemoTicket, ticketLine: Int
  ) throws(DemoScriptError) -> [DemoStep] {
    var steps: [DemoStep] = []
    skipBlankLines()
    while position < lines.count, lines[position].hasPrefix("+") {
      let line = position + 1
      let step = try nextStep()
      if let last = steps.last {
        guard step.offset > last.offset else { throw .notLater(line: line) }
      } else {
        guard step.opens(ticket) else { throw .notOpenedByCustomer(line: line) }
      }
      guard step.offset < ticket.age else { throw .notInThePast(line: line) }
      steps.append(step)
      skipBlankLines()
    }
    guard !steps.isEmpty else { throw .notOpenedByCustomer(line: ticketLine) }
    return steps
  }

  private mutating func nextStep() throws(DemoScriptError) -> DemoStep {
    let line = position + 1
    let words = lines[position].dropFirst().split(separator: " ").map(String.init)
    position += 1
    guard words.count >= 2 else { throw .unknownAction(words.joined(separator: " "), line: line) }
    guard let offset = DemoScript.seconds(words[0]) else {
      throw .badDuration(words[0], line: line)
    }
    return DemoStep(
      offset: offset,
      actor: words[1].contains("@") ? .customer(words[1]) : .agent(words[1]),
      action: try action(Array(words[2...]), body: nextBody(), line: line))
  }

  /// The indented lines that follow, without their indentation; nil when there are none.
  private mutating func nextBody() -> String? {
    var body: [Substring] = []
    while position < lines.count, lines[position].isBlank || lines[position].hasPrefix("  ") {
      body.append(lines[position].dropFirst(2))
      position += 1
    }
    while body.last?.isBlank == true { body.removeLast() }
    return body.isEmpty ? nil : body.joined(separator: "\n")
  }

  private func action(
    _ words: [String], body: String?, line: Int
  ) throws(DemoScriptError) -> DemoAction {
    let verb = words.first ?? ""
    switch (words.count, verb) {
    case (0, _), (1, "notes"):
      guard let body else { throw .missingBody(line: line) }
      return verb == "notes" ? .note(body) : .message(body)
    case (1, "resolves"): return .resolve(message: body)
    case (1, "reopens"): return .reopen(message: body)
    case (2, "rates"):
      guard let stars = Int(words[1]), 1...5 ~= stars else { break }
      return .rate(stars, comment: body)
    default:
      guard let action = plainAction(words) else { break }
      guard body == nil else { throw .unexpectedBody(line: line) }
      return action
    }
    throw .unknownAction(words.joined(separator: " "), line: line)
  }

  /// An action that takes no body, or nil.
  private func plainAction(_ words: [String]) -> DemoAction? {
    switch (words.count, words[0], words.count > 1 ? words[1] : "") {
    case (1, "closes", _): .close
    case (1, "reads", _): .read
    case (1, "watches", _): .watch
    case (2, "assigns", let handle): .assign(agent: handle)
    case (3, "assigns", "team"): .assignTeam(words[2])
    case (3, "sets", "status"): .setStatus(words[2])
    case (3, "sets", "priority"): .setPriority(words[2])
    case (3, "sets", "category"): .setCategory(words[2])
    case (2..., "tags", _): tagAction(words.dropFirst())
    default: nil
    }
  }

  private func tagAction(_ words: ArraySlice<String>) -> DemoAction? {
    guard words.allSatisfy({ ($0.hasPrefix("+") || $0.hasPrefix("-")) && $0.count > 1 }) else {
      return nil
    }
    return .tag(
      add: words.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) },
      remove: words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
  }

  private mutating func skipBlankLines() {
    while position < lines.count, lines[position].isBlank { position += 1 }
  }
}

extension DemoStep {
  fileprivate func opens(_ ticket: DemoTicket) -> Bool {
    guard case .message = action else { return false }
    return offset == 0 && actor == .customer(ticket.customerEmail)
  }
}

extension Substring {
  var isBlank: Bool { allSatisfy { $0 == " " } }

  var trimmed: String {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
