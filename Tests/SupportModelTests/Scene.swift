import Testing

@testable import SupportModel

/// A ticket that people act on, told in words: `bob open, ada reply, ada status pending`.
///
/// An act is who does it and what: `open`, `reply [STATUS]`, `note`, `assign HANDLE|team:T|none`,
/// `claim`, `status S`, `close-with` (a message), `reopen`, `edit FIELD=VALUE...`, `read`, `watch`,
/// `unwatch`, `link KIND`, `unlink KIND` (another ticket), `rate N`. A minute passes between two.
///
/// People: `root` is an admin, `ada` and `eve` are agents, `vic` is a viewer, `bob` is the customer
/// of the ticket, `mia` another one, `desk` the desk itself and `model` an AI.
struct Scene {
  private(set) var ticket: Ticket?
  private(set) var lastEvent: Event?
  private var minutes = 0
  var settings = DeskSettings()

  static let otherID = TicketID(at: sampleTime, chance: 0x1234_5678)

  static let people: [String: Person] = [
    "root": Person(Agent(handle: "root", name: "Root", role: .admin)),
    "ada": Person(Agent(handle: "ada", name: "Ada")),
    "eve": Person(Agent(handle: "eve", name: "Eve", categories: ["billing"])),
    "vic": Person(Agent(handle: "vic", role: .viewer)),
    "bob": Person(.customer("bob@example.com")), "mia": Person(.customer("mia@example.com")),
    "desk": Person(.system), "model": Person(.ai),
  ]

  init(_ acts: String = "", _ adjust: (inout DeskSettings) -> Void = { _ in }) throws {
    adjust(&settings)
    for act in acts.split(separator: ",") { try play(String(act)) }
  }

  /// Carries out an act that has to succeed.
  mutating func play(_ act: String) throws {
    let draft = try #require(try draft(act), "\(act) changes nothing")
    let event = Event(
      draft, id: EventID(bits: UInt128(minutes + 1)), at: now, by: try acting(act).person.actor)
    ticket = Ticket(Fold.document(ticket?.document, adding: event))
    lastEvent = event
    minutes += 1
  }

  private var now: Instant { sampleTime + TimeSpan(seconds: 60 * minutes) }

  private func acting(_ act: String) throws -> Acting {
    let name = try #require(act.split(separator: " ").first)
    return Acting(
      try #require(Self.people[String(name)], "\(name)"), settings, at: now,
      customers: { _ in nil })
  }

  /// What an act would write, in words, or the refusal; `nothing` where it is so already.
  func outcome(_ act: String) throws -> String {
    do {
      return try draft(act).map { Self.summary($0, now: now) } ?? "nothing"
    } catch let refusal as Refusal {
      return "refused: \(Self.brief(refusal))"
    }
  }

  private func draft(_ act: String) throws -> EventDraft? {
    let words = act.split(separator: " ").map(String.init)
    let acting = try acting(act)
    let (verb, rest) = (words[1], Array(words.dropFirst(2)))
    if verb == "open" { return try Ticket.open(storyID, opening(rest), acting) }
    return try draft(verb, rest, try #require(ticket), acting)
  }

  private func draft(
    _ verb: String, _ rest: [String], _ ticket: Ticket, _ acting: Acting
  ) throws -> EventDraft? {
    let first = rest.first ?? ""
    switch verb {
    case "reply": return try ticket.reply("Hello", status: rest.first, acting)
    case "note": return try ticket.note("Hm", acting)
    case "assign": return try ticket.assign(assignment(first), acting)
    case "claim": return try ticket.claim(acting)
    case "status": return try ticket.change(status: first, acting)
    case "close-with": return try ticket.change(status: "closed", message: "Bye", acting)
    case "reopen": return try ticket.reopen(message: rest.isEmpty ? nil : "Again", acting)
    case "edit": return try ticket.edit(edit(rest), acting)
    case "read": return try ticket.markRead(acting)
    case "watch", "unwatch":
      return try ticket.watch(by: Agent(handle: "ada"), on: verb == "watch", acting)
    case "link", "unlink":
      let kind = try #require(LinkKind(rawValue: first))
      return try ticket.link(kind, to: Self.otherID, on: verb == "link", acting)
    case "rate": return try ticket.rate(try #require(Int(first)), comment: nil, acting)
    default: throw Unknown(verb: verb)
    }
  }

  private struct Unknown: Error { let verb: String }

  private func opening(_ words: [String]) -> Opening {
    var opening = Opening(subject: "Help", body: "Please")
    for word in words {
      let value = String(word.drop { $0 != "=" }.dropFirst())
      switch word.prefix(while: { $0 != "=" }) {
      case "for": opening.customer = EmailAddress(value)
      case "priority": opening.priority = value
      case "category": opening.category = value
      case "channel": opening.channel = value
      case "tag": opening.tags.append(value)
      case "assign": opening.assignee = Agent(handle: value)
      default: opening.fields.append((String(word.prefix { $0 != "=" }), value))
      }
    }
    return opening
  }

  private func assignment(_ word: String) -> Assignment {
    if word == "none" { return .nobody }
    if word.hasPrefix("team:") { return .team(String(word.dropFirst(5))) }
    return .agent(Self.people[word]?.agent ?? Agent(handle: word), team: nil)
  }

  private func edit(_ words: [String]) -> Edit {
    var edit = Edit()
    for word in words {
      let value = String(word.drop { $0 != "=" }.dropFirst())
      switch word.prefix(while: { $0 != "=" }) {
      case "subject": edit.subject = value
      case "priority": edit.priority = value
      case "category": edit.category = value
      case "channel": edit.channel = value
      case "order": edit.order = value
      case "+tag": edit.addTags.append(value)
      case "-tag": edit.removeTags.append(value)
      default: edit.fields.append((String(word.prefix { $0 != "=" }), value))
      }
    }
    return edit
  }

  /// `message.added says outbound status=open first_response_at=now`
  static func summary(_ draft: EventDraft, now: Instant) -> String {
    var parts = [String(draft.type.description.dropFirst("ticket.".count))]
    if let message = draft.patch.message.map(Message.init) {
      parts.append("says " + (message.isInternal ? "internally" : message.direction.rawValue))
    }
    for (key, value) in draft.patch.set.members.map({ ($0.key, $0.value) })
    where key != SLAOutcome.path || value == .null {
      parts.append(
        "\(key)=\(value == .string(now.description) ? "now" : value.string ?? value.compact)")
    }
    for (sign, lists) in [("+", draft.patch.add), ("-", draft.patch.remove)] {
      for list in lists.members where list.key != "statuses" {
        let values = (list.value.array ?? []).map { $0.string ?? $0["kind"]?.string ?? "?" }
        parts.append("\(sign)\(list.key)=\(values.joined(separator: ","))")
      }
    }
    return parts.joined(separator: " ")
  }

  static func brief(_ refusal: Refusal) -> String {
    switch refusal {
    case .notPermitted(_, let action): "may not \(action)"
    case .transition(_, let from, let to, _): "\(from) to \(to)"
    case .alreadyInStatus(_, let status, _): "is \(status)"
    case .doneRefusesMessages(_, let status, _): "\(status) takes no messages"
    case .notDone(_, let status): "\(status) is not done"
    case .alreadyAssigned(_, let name): "\(name) has it"
    case .unknown(let kind, let word, _): "no \(kind) \(word)"
    case .invalid(let field, let value, _): "\(field) cannot be \(value)"
    case .empty(let field): "empty \(field)"
    case .inactive(_, let name): "\(name) takes no tickets"
    default: "\(refusal)"
    }
  }
}
