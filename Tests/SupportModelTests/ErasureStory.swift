@testable import SupportModel

/// A random history of a desk with a few customers, some of whom are erased: by one clone or by two
/// that do not know of each other.
struct ErasureStory {
  static let people = ["ann@example.com", "bob@example.com", "cem@example.com"]
  /// Texts that no scrubbed line may hold, by the person whose they are.
  static func secret(of person: String) -> String { "secret-\(person.prefix(3))" }

  private(set) var events: [Event] = []
  private(set) var tickets: [(id: TicketID, customer: String, opened: EventID)] = []
  private(set) var erased: [(address: String, id: EventID)] = []
  private var chance: FilterRandom
  private var number = 0

  init(seed: UInt64, steps: Int = 40) {
    chance = FilterRandom(state: seed)
    for person in Self.people { welcome(person) }
    for _ in 0..<steps { step() }
    erase()
    if Bool.random(using: &chance) { step() }
  }

  /// Whose an event is: of whose ticket or record, or done by whom.
  func owner(of event: Event) -> String? {
    switch event.subject.kind {
    case .ticket: tickets.first { RecordKey.ticket($0.id) == event.subject }?.customer
    case .customer where event.erasure == nil: event.subject.name
    default: event.by.email
    }
  }

  /// Whether an event of a person is to be erased.
  func isErased(_ person: String, _ event: Event) -> Bool {
    let opened = tickets.first { RecordKey.ticket($0.id) == event.subject }?.opened
    return erased.contains { $0.address == person && $0.id > opened ?? event.id }
  }

  private mutating func step() {
    switch Int.random(in: 0..<12, using: &chance) {
    case 0...2: open()
    case 3...6: talk()
    case 7: note()
    case 8: rate()
    case 9: vote()
    case 10: edit()
    default: Int.random(in: 0..<3, using: &chance) == 0 ? erase() : gather()
    }
  }

  private mutating func add(_ draft: EventDraft, by actor: Actor) {
    number += 1
    events.append(
      Event(
        draft, id: EventID(time: sampleTime, chance: UInt128(number)),
        at: sampleTime + TimeSpan(seconds: number), by: actor))
  }

  private mutating func somebody() -> String { Self.people.randomElement(using: &chance) ?? "" }
  private mutating func ticket() -> (id: TicketID, customer: String, opened: EventID)? {
    tickets.randomElement(using: &chance)
  }

  private func message(_ person: String, _ more: [String: JSON] = [:]) -> JSONObject {
    var message = JSONObject([
      ("author_name", .string(Self.secret(of: person))), ("direction", "inbound"),
      ("body", .string("\(Self.secret(of: person)) writes from \(person)")),
    ])
    for (key, value) in more { message[key] = value }
    return message
  }

  private mutating func welcome(_ person: String) {
    let set = members(["name": .string(Self.secret(of: person)), "created_at": "now"])
    add(
      EventDraft(
        .customerCreated, RecordKey(.customer, person), Patch(set: set),
        meta: members(["email": .string(person)])),
      by: .agent("ada"))
  }

  private mutating func open() {
    let person = somebody()
    let id = TicketID(at: sampleTime, chance: UInt32(number))
    var set = members([
      "subject": .string("about \(Self.secret(of: person))"), "status": "new", "priority": "high",
      "customer": .string(person), "order": .string(Self.secret(of: person)),
    ])
    set["fields.serial"] = .string(Self.secret(of: person))
    add(
      EventDraft(
        .ticketCreated, .ticket(id),
        Patch(set: set, add: members(["tags": ["vip"]]), message: message(person)),
        meta: members(["from": .string(person)])),
      by: .customer(person))
    if let opened = events.last?.id { tickets.append((id, person, opened)) }
  }

  private mutating func talk() {
    guard let ticket = ticket() else { return }
    let file = members([
      "filename": .string(Self.secret(of: ticket.customer)), "size": 3, "sha256": "aa",
    ])
    add(
      EventDraft(
        .ticketMessageAdded, .ticket(ticket.id),
        Patch(
          set: members(["status": "open"]),
          message: message(ticket.customer, ["attachments": [.object(file)]]))),
      by: Bool.random(using: &chance) ? .customer(ticket.customer) : .agent("eve"))
  }

  private mutating func note() {
    guard let ticket = ticket() else { return }
    add(
      EventDraft(
        .ticketNoteAdded, .ticket(ticket.id),
        Patch(message: message(ticket.customer, ["is_internal": true]))), by: .agent("ada"))
  }

  private mutating func rate() {
    guard let ticket = ticket() else { return }
    let comment = Self.secret(of: ticket.customer)
    let set = members(["satisfaction.rating": 4, "satisfaction.comment": .string(comment)])
    add(
      EventDraft(.ticketRated, .ticket(ticket.id), Patch(set: set)), by: .customer(ticket.customer))
  }

  private mutating func vote() {
    let meta = members(["helpful": true])
    add(
      EventDraft(EventType("kb.voted"), RecordKey(.article, "en/faq"), meta: meta),
      by: .customer(somebody()))
  }

  private mutating func edit() {
    guard let ticket = ticket() else { return }
    var patch = Patch(set: members(["category": "billing"]))
    patch.add = members(["watchers": ["ben", .string(ticket.customer)]])
    patch.from = members(["order": .string(Self.secret(of: ticket.customer))])
    add(EventDraft(.ticketUpdated, .ticket(ticket.id), patch), by: .agent("ada"))
  }

  private mutating func gather() {
    guard let ticket = ticket() else { return }
    add(.erasing(ticket.id), by: .agent("ada"))
  }

  private mutating func erase() {
    guard let address = EmailAddress(somebody()) else { return }
    add(.erasing(address, salt: Erasure.salt(oldest: EventID(bits: 7))), by: .agent("ada"))
    if let id = events.last?.id { erased.append((address.text, id)) }
  }
}
