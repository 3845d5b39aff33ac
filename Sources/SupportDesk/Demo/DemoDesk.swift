import SupportModel
import SupportStore

/// Makes the sample desk: replays its script as the people in it would have worked, event by event,
/// each at its own time.
package enum DemoDesk {
  package struct Summary: Sendable {
    package var root: String
    package var tickets: Int
    package var events: Int
    package var articles: Int
    /// The ticket with the most to see.
    package var showpiece: TicketID
  }

  package static func make(in folder: String, at now: Instant, chance: Chance) throws -> Summary {
    let people = DemoPerson.all.map(Agent.init)
    guard let admin = people.first(where: { $0.role == .admin }) else {
      preconditionFailure("the sample desk has an admin")
    }
    guard try NewDesk.isFree(folder) else {
      throw Refusal.exists(kind: "folder", name: folder)
    }
    let root = try Desk.make(in: folder, name: DemoCompany.name, admin: admin)
    let store = try DeskStore(DeskLayout(root: root))
    for agent in people { try AgentFiles(store.layout).write(agent) }
    for article in DemoArticles.all {
      try ArticleFiles(store.layout).write(try Article(article, at: now))
    }
    var replay = DemoReplay(store, people, chance: chance, now: now)
    try replay.run(DemoTickets.all())
    return Summary(
      root: root, tickets: replay.ids.count, events: replay.events,
      articles: DemoArticles.all.count, showpiece: try replay.showpiece())
  }
}

extension Agent {
  fileprivate init(_ person: DemoPerson) {
    self.init(
      handle: person.handle, name: person.name, emails: person.emails,
      role: Role(rawValue: person.role.rawValue) ?? .agent, teams: person.teams,
      status: Presence(rawValue: person.availability.rawValue) ?? .active)
  }
}

extension Article {
  fileprivate init(_ article: DemoArticle, at now: Instant) throws {
    try self.init(
      language: article.language, slug: article.slug, file: article.path, text: article.text)
    createdAt = now - TimeSpan(seconds: 60 * 86_400)
    if status == .published { publishedAt = createdAt }
  }
}

/// Replays the tickets' steps in the order of their times.
struct DemoReplay {
  private let store: DeskStore
  private let people: [String: Agent]
  private var chance: Chance
  private let now: Instant
  private(set) var ids: [TicketID?] = []
  private(set) var events = 0

  init(_ store: DeskStore, _ people: [Agent], chance: Chance, now: Instant) {
    self.store = store
    self.people = Dictionary(people.map { ($0.handle, $0) }, uniquingKeysWith: { $1 })
    self.chance = chance
    self.now = now
  }

  mutating func run(_ tickets: [DemoTicket]) throws {
    ids = Array(repeating: nil, count: tickets.count)
    var steps = tickets.indices.flatMap { number in
      tickets[number].steps.map { (at: $0.offset - tickets[number].age, number: number, step: $0) }
    }
    steps.sort { ($0.at, $0.number) < ($1.at, $1.number) }
    for (seconds, number, step) in steps {
      let at = now + TimeSpan(seconds: seconds)
      let desk = Desk(store, as: person(step.actor), at: at, chance: Chance(seed: chance.next()))
      if let id = ids[number] {
        events += try desk.perform(step, on: id.description, people).events.count
      } else {
        let changed = try desk.openDemo(tickets[number], step)
        events += changed.events.count
        ids[number] = changed.tickets.first?.id
      }
      if number % 3 == 0 { events += try checkSLAs(at: at) }
    }
    events += try checkSLAs(at: now)
  }

  /// What cron would have done.
  private mutating func checkSLAs(at time: Instant) throws -> Int {
    let desk = Desk(store, as: Person(.system), at: time, chance: Chance(seed: chance.next()))
    return try desk.checkSLAs().found
  }

  private func person(_ actor: DemoActor) -> Person {
    switch actor {
    case .customer(let email): Person(.customer(email))
    case .agent(let handle): people[handle].map(Person.init) ?? Person(.agent(handle))
    }
  }

  /// The open ticket with the longest thread.
  func showpiece() throws -> TicketID {
    let tickets = try store.snapshot().tickets().filter { ticket in
      ticket.messages.contains(where: \.isInternal)
        && store.settings.lifecycle.phase(of: ticket.status) != .done
    }
    let best = tickets.max { $0.messages.count < $1.messages.count }
    guard let id = best?.id ?? ids.compactMap({ $0 }).first else {
      preconditionFailure("the sample desk has tickets")
    }
    return id
  }
}

extension Desk {
  /// Opens a ticket of the sample desk, as its customer wrote it and the desk filed it.
  fileprivate func openDemo(_ ticket: DemoTicket, _ first: DemoStep) throws -> Changed {
    guard case .message(let body) = first.action else {
      preconditionFailure("a sample ticket begins with a message")
    }
    var opening = Opening(subject: ticket.subject, body: body)
    opening.customer = EmailAddress(ticket.customerEmail)
    opening.customerName = ticket.customerName
    opening.channel = ticket.channel
    opening.category = ticket.category
    opening.priority = ticket.priority
    opening.tags = ticket.tags
    opening.order = ticket.order
    return try Desk(store, as: Person(.system), at: now, chance: chance).open(opening)
  }

  /// A customer asks for it; only the desk reopens what is closed.
  private func reopenDemo(_ id: String, _ message: String?) throws -> Changed {
    guard person.actor.isCustomer, let message else { return try reopen([id], message: message) }
    let desk = Desk(store, as: Person(.system), at: now, chance: chance)
    _ = try desk.reopen([id])
    return try reply(id, message)
  }

  private func edit(_ ids: [String], _ change: (inout Edit) -> Void) throws -> Changed {
    var edit = Edit()
    change(&edit)
    return try self.edit(.these(ids), edit)
  }

  fileprivate func perform(
    _ step: DemoStep, on id: String, _ people: [String: Agent]
  ) throws -> Changed {
    switch step.action {
    case .message(let body): return try reply(id, body)
    case .note(let body): return try note(id, body)
    case .assign(let handle): return try assign([id], to: handle, team: nil)
    case .assignTeam(let team): return try assign([id], to: nil, team: team)
    case .setStatus(let status): return try setStatus([id], status)
    case .setPriority(let priority): return try edit([id]) { $0.priority = priority }
    case .setCategory(let category): return try edit([id]) { $0.category = category }
    case .tag(let add, let remove):
      return try edit([id]) { edit in
        (edit.addTags, edit.removeTags) = (add, remove)
      }
    case .resolve(let message): return try setStatus([id], "resolved", message: message)
    case .close: return try setStatus([id], "closed")
    case .reopen(let message): return try reopenDemo(id, message)
    case .read: return try markRead([id])
    case .watch: return try watch([id])
    case .rate(let stars, let comment): return try rate(id, stars, comment: comment)
    }
  }
}
