import SupportModel

/// The message of a commit, made from the events that it brings: a subject of at most 72
/// characters, and a line for each event.
///
/// What strangers wrote is made harmless: no control characters, no line ends, bounded. Addresses
/// are left out, because a commit cannot be rewritten when somebody asks to be forgotten.
struct CommitMessage {
  /// The events of the commit, in their order.
  let events: [Event]
  /// The desk's files in it.
  let files: [String]

  static let width = 72
  /// More events than this are only counted.
  static let mostLines = 200

  /// `title` takes the place of the subject; `name` says what a ticket is about.
  func text(title: String? = nil, naming name: (TicketID) -> String?) -> String {
    let lines = events.prefix(Self.mostLines).map { line($0, name) }
    let rest = events.count - lines.count
    let more = rest > 0 ? ["and \(rest) more"] : []
    let body = (lines + more).map { $0 + "\n" }.joined()
    return Self.cut(title.map(Self.harmless) ?? subject) + "\n" + (body.isEmpty ? "" : "\n" + body)
  }

  /// `261120-k7qx9m: reply by ada, closed`, `12 tickets: 3 new, 7 replies, 2 closed`.
  var subject: String {
    let kinds = Dictionary(grouping: events) { $0.subject.kind }
    let parts = RecordKind.allCases.compactMap { kind -> String? in
      // A customer who is new or renamed comes with the ticket that they wrote.
      if kind == .customer, kinds[.ticket] != nil { return nil }
      return kinds[kind].map { summary($0, kind.rawValue) }
    }
    return parts.isEmpty ? subjectOfFiles : Self.fitting(parts, joint: "; ")
  }

  private func summary(_ events: [Event], _ noun: String) -> String {
    let names = Set(events.map(\.subject.name))
    let phrases = Self.phrases(of: events, areOne: names.count == 1)
    guard names.count == 1, let name = names.first else {
      let nouns = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
      return Self.fitting(["\(names.count) \(nouns): \(phrases[0])"] + phrases.dropFirst())
    }
    let record =
      noun == "ticket" ? name : noun == "customer" ? noun : "\(noun) \(Self.harmless(name))"
    let actors = Set(events.map { Self.name($0.by) })
    let by = actors.count == 1 ? actors.first.map { " by " + $0 } ?? "" : ""
    return Self.fitting(["\(record): \(phrases[0])\(by)"] + phrases.dropFirst())
  }

  /// What happened, in the order in which it did: `3 new`, `7 replies`, `2 closed`; a number only
  /// where it is not one thing.
  private static func phrases(of events: [Event], areOne: Bool) -> [String] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for event in events {
      let word = word(for: event.type)
      if counts[word] == nil { order.append(word) }
      counts[word, default: 0] += 1
    }
    return order.map { word in
      let count = counts[word] ?? 0
      if count == 1, areOne { return word }
      return "\(count) \(count == 1 ? word : plurals[word] ?? word)"
    }
  }

  private static let plurals = [
    "reply": "replies", "note": "notes", "SLA warning": "SLA warnings",
    "SLA breach": "SLA breaches", "escalation": "escalations",
  ]

  private static let words = [
    "ticket.created": "new", "ticket.updated": "edited", "ticket.message.added": "reply",
    "ticket.note.added": "note", "ticket.status_changed": "moved",
    "ticket.sla.warning": "SLA warning", "ticket.sla.breached": "SLA breach",
    "ticket.escalated": "escalation",
    "customer.created": "new", "kb.created": "new",
  ]

  /// A type in a word; one from a newer version by its last part.
  private static func word(for type: EventType) -> String {
    if let word = words[type.description] { return word }
    let last = type.description.split(separator: ".").last.map(String.init) ?? "changed"
    return harmless(String(last.map { $0 == "_" ? " " : $0 }))
  }

  private static let notByHand = ["tickets/", "customers/", "chats/", "events/", "attachments/"]

  private var subjectOfFiles: String {
    let settings = files.filter { file in !Self.notByHand.contains { file.contains($0) } }
    guard let first = settings.first else {
      // Erasures and repairs write lines of the log anew.
      if files.contains(where: { $0.contains("events/") }) { return "Log lines written anew" }
      return files.isEmpty ? "Merge" : "Documents folded again"
    }
    let more = settings.count > 1 ? " and \(settings.count - 1) more" : ""
    return "\(Self.harmless(first))\(more) changed by hand"
  }

  private func line(_ event: Event, _ name: (TicketID) -> String?) -> String {
    let record = event.subject.kind == .customer ? "" : " " + Self.harmless(event.subject.name)
    let about = event.subject.ticketID.flatMap(name).map { " " + Self.harmless($0) } ?? ""
    let start = "\(event.at) \(Self.name(event.by)) \(Self.harmless(event.type.description))"
    return Self.cut(start + record + about, to: 160)
  }

  private static func name(_ actor: Actor) -> String {
    switch actor {
    case .agent(let handle): harmless(handle)
    case .customer: "customer"
    case .system: "system"
    case .ai: "ai"
    }
  }

  /// As many of the words as there is room for.
  private static func fitting(_ words: [String], joint: String = ", ") -> String {
    var text = words[0]
    for word in words.dropFirst() {
      guard text.count + joint.count + word.count <= width else { return cut(text + joint + "…") }
      text += joint + word
    }
    return cut(text)
  }

  private static func cut(_ text: String, to width: Int = width) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  /// Text from strangers on one line.
  private static func harmless(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(plain)).split(separator: " ").joined(separator: " ")
  }
}
