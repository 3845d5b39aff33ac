/// The erasures that are known, and whom and what they are about.
package struct Erasures: Hashable, Sendable {
  /// Somebody who was erased, maybe more than once.
  struct Person: Hashable, Sendable {
    var pseudonym: String
    var oldest: EventID
    /// What they did after it is the work of somebody new.
    var newest: EventID
  }

  /// By salt, then by digest.
  private(set) var persons: [String: [String: Person]] = [:]
  private(set) var contents: [RecordKey: EventID] = [:]
  /// The oldest erasure of each pseudonym.
  private var oldest: [String: EventID] = [:]
  /// The persons of addresses that were looked up already.
  private var known: [String: [Person]] = [:]

  package init() {}

  package var isEmpty: Bool { persons.isEmpty && contents.isEmpty }

  /// Takes note of an event that erases.
  package mutating func learn(_ event: Event) {
    if let erasure = event.erasure { learn(erasure, of: event.subject, event.id) }
  }

  mutating func learn(_ erasure: Erasure, of key: RecordKey, _ id: EventID) {
    switch erasure {
    case .person(let salt, let digest):
      var person =
        persons[salt]?[digest] ?? Person(pseudonym: key.name, oldest: id, newest: id)
      person.oldest = min(person.oldest, id)
      person.newest = max(person.newest, id)
      persons[salt, default: [:]][digest] = person
      oldest[key.name] = min(oldest[key.name] ?? id, id)
      known = [:]
    case .content: contents[key] = min(contents[key] ?? id, id)
    }
  }

  /// Whether both know the same.
  package static func == (left: Erasures, right: Erasures) -> Bool {
    left.persons == right.persons && left.contents == right.contents
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(persons)
    hasher.combine(contents)
  }
}

extension Erasures {
  /// Whoever had an address when an event of theirs came about, if they were erased since.
  mutating func person(_ address: String, before id: EventID) -> Person? {
    people(address).filter { $0.newest > id }.min { $0.oldest < $1.oldest }
  }

  /// The pseudonym of an address that was erased, at any time.
  package mutating func pseudonym(of address: String) -> String? {
    people(address).min { $0.oldest < $1.oldest }?.pseudonym
  }

  private mutating func people(_ address: String) -> [Person] {
    guard !persons.isEmpty else { return [] }
    if let people = known[address] { return people }
    let people = persons.compactMap { salt, people in
      people[Erasure.digest(of: address, salt: salt)]
    }
    known[address] = people
    return people
  }

  /// The erasure that a pseudonym comes from.
  func oldest(_ pseudonym: String) -> EventID? { oldest[pseudonym] }
}

/// How much of a ticket or chat is erased.
package struct ErasedRecord: Hashable, Sendable {
  /// Who its customer is now; nil where the person was not erased.
  var pseudonym: String?
  /// The erasure that took all of its content; nil where only some messages are gone.
  var by: EventID?
  /// The messages that a split gave to somebody who is erased.
  var messages: Set<String> = []

  package var isWhole: Bool { by != nil }
}

extension Erasures {
  /// How much of a ticket or chat is erased, judged by all of its events; nil for nothing.
  package mutating func record(of history: [Event]) -> ErasedRecord? {
    if let whole = whole(history) { return whole }
    let messages = history.flatMap { erasedMessages(movedBy: $0) }
    return messages.isEmpty ? nil : ErasedRecord(messages: Set(messages))
  }

  /// A ticket belongs to whoever its first customer is. A line that another replica has scrubbed says
  /// that much by itself.
  private mutating func whole(_ history: [Event]) -> ErasedRecord? {
    guard let key = history.first?.subject else { return nil }
    let content = contents[key] ?? history.compactMap(\.scrubbed).min()
    guard let naming = history.filter({ $0.customer != nil }).min(by: { $0.id < $1.id }),
      let customer = naming.customer
    else { return content.map { ErasedRecord(by: $0) } }
    if Pseudonym.isOne(customer) {
      let by = oldest(customer) ?? content ?? naming.id
      return ErasedRecord(pseudonym: customer, by: by)
    }
    if let person = person(customer, before: naming.id) {
      return ErasedRecord(pseudonym: person.pseudonym, by: person.oldest)
    }
    return content.map { ErasedRecord(by: $0) }
  }

  /// The messages that an event gives to a ticket of somebody who was erased since.
  private mutating func erasedMessages(movedBy event: Event) -> [String] {
    (event.patch.add["links"]?.array ?? []).compactMap(Bond.init).flatMap { bond in
      guard bond.kind == .splitTo, let customer = bond.customer,
        Pseudonym.isOne(customer) || person(customer, before: event.id) != nil
      else { return [String]() }
      return bond.messages
    }
  }

  /// How much of a ticket is erased, judged by its document.
  package func record(of ticket: Ticket) -> ErasedRecord? {
    guard ticket.isErased else {
      let gone = ticket.bonds(.splitTo).filter { $0.customer.map(Pseudonym.isOne) ?? false }
      return gone.isEmpty ? nil : ErasedRecord(messages: Set(gone.flatMap(\.messages)))
    }
    let pseudonym = ticket.customer.flatMap { Pseudonym.isOne($0) ? $0 : nil }
    let by = contents[ticket.key] ?? pseudonym.flatMap(oldest) ?? ticket.head
    return by.map { ErasedRecord(pseudonym: pseudonym, by: $0) }
  }
}

extension Event {
  /// The customer that the event sets.
  fileprivate var customer: String? { patch.set["customer"]?.string }
}

extension Ticket {
  /// Whether its content is gone for good.
  package var isErased: Bool { document["erased"] == true }
}
