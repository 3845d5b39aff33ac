/// What a desk makes of the words of an imported record: its settings, its people, and the moment.
package struct ImportRules: Sendable {
  package let acting: Acting
  /// Whether unknown members of loose objects are passed over.
  package var ignoresUnknown = false
  private let staff: Staff
  private let handles: [String: String]
  /// The paths of the desk's categories; empty where each ticket has what it likes.
  private let categories: Set<String>

  package init(
    _ acting: Acting, agents: [Agent], teams: [String] = [], categories: [String] = [],
    ignoresUnknown: Bool = false
  ) {
    self.categories = Set(categories)
    self.acting = acting
    self.ignoresUnknown = ignoresUnknown
    staff = Staff(agents, teams: teams)
    let byEmail = agents.flatMap { agent in agent.emails.map { ($0, agent.handle) } }
    handles = Dictionary(byEmail) { first, _ in first }
  }

  package var settings: DeskSettings { acting.settings }
  package var now: Instant { acting.now }
}

extension ImportRules {
  /// Words that other help desks use for a status.
  private static let foreignStatuses = [
    "solved": "resolved", "done": "resolved", "hold": "on_hold", "waiting": "pending",
    "waiting_on_customer": "pending",
  ]

  func status(_ word: String) throws -> Status {
    let plain = plainName(trimmed(word)).split(separator: " ").joined(separator: "_")
    let lifecycle = settings.lifecycle
    if let status = lifecycle.find(plain) { return status }
    if let status = Self.foreignStatuses[plain].flatMap({ lifecycle[$0] }) { return status }
    throw Refusal.unknown(kind: "status", word: word, known: lifecycle.codes)
  }

  func priority(_ word: String) throws -> String { try acting.priority(trimmed(word)).code }

  func channel(_ word: String) throws -> String {
    let plain = plainName(trimmed(word))
    guard let channel = settings.channels.first(where: { plainName($0) == plain }) else {
      throw Refusal.unknown(kind: "channel", word: word, known: settings.channels)
    }
    return channel
  }

  /// A category in the form that a desk has them: `Billing & Payments` is `billing-payments`.
  func category(_ words: String) throws -> String {
    let path = words.split(separator: "/").map(Self.slug).joined(separator: "/")
    let code = try TextRules.code(path.isEmpty ? words : path, field: "category")
    guard categories.isEmpty || categories.contains(code) else {
      throw Refusal.unknown(kind: "category", word: code, known: categories.sorted())
    }
    return code
  }

  func fieldName(_ words: String) throws -> String {
    try TextRules.code(Self.slug(words), field: "field")
  }

  func tag(_ words: String) throws -> String {
    try TextRules.tag(words.split(whereSeparator: \.isWhitespace).joined(separator: "-"))
  }

  /// The words in lower case with single `-` between them; letters beyond ASCII stay, for a rule to
  /// refuse.
  private static func slug(_ words: some StringProtocol) -> String {
    words.lowercased().split { $0.isASCII && !$0.isLetter && !$0.isNumber && $0 != "_" }
      .joined(separator: "-")
  }

  /// The handle of an agent of this desk, by handle or address.
  func agent(_ word: String) throws -> String {
    let plain = word.hasPrefix("agent:") ? String(word.dropFirst(6)) : word
    if staff[plain] != nil { return plain }
    if let handle = EmailAddress(plain).flatMap({ handles[$0.text] }) { return handle }
    throw Refusal.unknown(kind: "agent", word: word, known: staff.handles)
  }

  func team(_ word: String) throws -> String {
    guard staff.teams.contains(word) else {
      throw Refusal.unknown(kind: "team", word: word, known: staff.teams.sorted())
    }
    return word
  }

  /// Who wrote a message: `agent:ada`, `customer:bob@example.com`, an agent's handle, an address.
  /// An exact name may be of somebody who is not there any more.
  func author(_ word: String) throws -> Actor {
    if let actor = Actor(word) {
      guard actor.handle.map(Agent.isLegal(handle:)) ?? true else {
        throw Refusal.unknown(kind: "agent", word: word, known: staff.handles)
      }
      return actor
    }
    if let (address, _) = EmailAddress.parse(word) {
      return handles[address.text].map(Actor.agent) ?? .customer(address.text)
    }
    return .agent(try agent(word))
  }

  func agentName(_ actor: Actor) -> String? { actor.handle.flatMap { staff[$0]?.name } }
}
