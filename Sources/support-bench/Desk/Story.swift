import Platform
import SupportModel

/// What happens to one ticket, from its opening to wherever it stands now.
struct Story {
  private(set) var events: [(event: Event, copy: Copy)] = []
  private let cast: Cast
  private let prose: Prose
  private let settings: DeskSettings
  private let until: Instant
  private var time = Instant(milliseconds: 0)
  private var ticket: Ticket?
  private var customer: (email: String, name: String)?
  private var agent: Agent

  init(_ cast: Cast, _ prose: Prose, settings: DeskSettings, until: Instant) {
    (self.cast, self.prose, self.settings, self.until) = (cast, prose, settings, until)
    agent = cast.agents[0]
  }

  /// Tells it from a point in time on; what would come after now has not happened.
  mutating func tell(from start: Instant, _ chance: inout Chance) throws(Refusal) {
    time = start
    agent = cast.agents[Int.random(in: 0..<cast.agents.count, using: &chance)]
    try open(&chance)
    if roll(4, &chance) { return try cancel(&chance) }
    if roll(70, &chance) { try assign(&chance) }
    if roll(20, &chance) { try note(&chance) }
    for _ in 0..<rounds(&chance) { try exchange(&chance) }
    if roll(3, &chance) { return }
    try resolve(&chance)
  }

  /// The event that makes the customer's record, at first contact.
  func greeting(unless known: inout Set<String>) -> Event? {
    guard let customer, let first = events.first?.event, known.insert(customer.email).inserted
    else { return nil }
    let set = JSONObject([
      ("name", .string(customer.name)), ("created_at", .string(first.at.description)),
    ])
    let draft = EventDraft(
      .customerCreated, RecordKey(.customer, customer.email), Patch(set: set),
      meta: JSONObject([("email", .string(customer.email))]))
    let id = EventID(time: first.id.time, chance: first.id.chance ^ 1)
    return Event(draft, id: id, at: first.at, by: first.by)
  }

  // MARK: Scenes

  private mutating func open(_ chance: inout Chance) throws(Refusal) {
    let id = TicketID(at: time, chance: UInt32(truncatingIfNeeded: chance.next()))
    var opening = Opening(subject: prose.subject(&chance), body: prose.text(.question, &chance))
    opening.category = pick(Self.categories, &chance)
    opening.channel = pick(["email", "email", "web", "phone", "chat"], &chance)
    opening.priority = pick(Self.priorities, &chance)
    if roll(15, &chance) { opening.order = "A-\(Int.random(in: 10_000...99_999, using: &chance))" }
    if roll(97, &chance) { customer = cast.customer(&chance) }
    opening.customer = customer.flatMap { EmailAddress($0.email) }
    opening.customerName = customer?.name
    if roll(30, &chance) { opening.tags = [pick(Self.tags, &chance)] }
    try record(by: Person(agent), .mail, &chance) { _, acting throws(Refusal) in
      try Ticket.open(id, opening, acting)
    }
  }

  private mutating func assign(_ chance: inout Chance) throws(Refusal) {
    wait(minutes: 20, &chance)
    let owner = agent
    try record(by: Person(agent), .office, &chance) { ticket, acting throws(Refusal) in
      try ticket?.assign(.agent(owner, team: owner.teams.first), acting)
    }
  }

  private mutating func note(_ chance: inout Chance) throws(Refusal) {
    wait(minutes: 10, &chance)
    let text = prose.text(.note, &chance)
    try record(by: Person(agent), .office, &chance) { ticket, acting throws(Refusal) in
      try ticket?.note(text, acting)
    }
  }

  /// An answer, and mostly an answer to that.
  private mutating func exchange(_ chance: inout Chance) throws(Refusal) {
    wait(minutes: 90, &chance)
    let answer = prose.text(.answer, &chance)
    let status = roll(60, &chance) ? "pending" : nil
    let copy: Copy = roll(25, &chance) ? .night : .office
    try record(by: Person(agent), copy, &chance) { ticket, acting throws(Refusal) in
      try ticket?.reply(answer, status: status, acting)
    }
    guard let customer, roll(70, &chance) else { return }
    wait(minutes: 240, &chance)
    let text = prose.text(.followUp, &chance)
    try record(by: Person(.customer(customer.email)), .mail, &chance) {
      ticket, acting throws(Refusal) in
      try ticket?.reply(text, acting)
    }
  }

  private mutating func cancel(_ chance: inout Chance) throws(Refusal) {
    wait(minutes: 30, &chance)
    try move(to: "cancelled", &chance)
  }

  private mutating func resolve(_ chance: inout Chance) throws(Refusal) {
    wait(minutes: 300, &chance)
    try move(to: "resolved", &chance)
    if let customer, roll(20, &chance) {
      wait(minutes: 400, &chance)
      let stars = pick([5, 5, 5, 4, 4, 3, 2, 1], &chance)
      try record(by: Person(.customer(customer.email)), .mail, &chance) {
        ticket, acting throws(Refusal) in
        try ticket?.rate(stars, comment: nil, acting)
      }
    }
    guard roll(80, &chance) else { return }
    wait(minutes: 2000, &chance)
    try move(to: "closed", &chance)
  }

  private mutating func move(to status: String, _ chance: inout Chance) throws(Refusal) {
    try record(by: Person(agent), .office, &chance) { ticket, acting throws(Refusal) in
      try ticket?.change(status: status, acting)
    }
  }

  // MARK: Telling

  private mutating func record(
    by person: Person, _ copy: Copy, _ chance: inout Chance,
    _ verb: (Ticket?, Acting) throws(Refusal) -> EventDraft?
  ) throws(Refusal) {
    let acting = Acting(person, settings, at: time, customers: { _ in nil })
    guard time <= until, let draft = try verb(ticket, acting) else { return }
    let id = EventID(time: time, chance: UInt128(chance.next()) << 16)
    let event = Event(draft, id: id, at: time, by: person.actor)
    ticket = Ticket(Fold.document(ticket?.document, adding: event))
    events.append((event, copy))
  }

  /// Lets time pass: mostly less than said, now and then very much more.
  private mutating func wait(minutes: Int, _ chance: inout Chance) {
    let stretch = pick([1, 1, 1, 1, 2, 2, 4, 8, 20], &chance)
    time = time + TimeSpan(seconds: Int.random(in: 30...(minutes * 60 * stretch), using: &chance))
  }

  /// Half of the threads end after one exchange, a few never seem to.
  private func rounds(_ chance: inout Chance) -> Int {
    if roll(1, &chance) { return Int.random(in: 8...20, using: &chance) }
    return pick([0, 1, 1, 1, 1, 1, 2, 2, 3, 4], &chance)
  }

  private func roll(_ percent: Int, _ chance: inout Chance) -> Bool {
    Int.random(in: 0..<100, using: &chance) < percent
  }

  private func pick<Element>(_ elements: [Element], _ chance: inout Chance) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &chance)]
  }

  private static let priorities = [
    "low", "low", "normal", "normal", "normal", "normal", "normal", "high", "high", "urgent",
  ]
  private static let categories = [
    "account", "billing", "billing/refund", "shipping", "product", "product/defect", "other",
  ]
  private static let tags = ["vip", "refund", "bug", "login", "warranty", "feedback"]
}
