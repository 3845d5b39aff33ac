extension Erasures {
  /// The histories of a log without what was erased; a person's record goes on under their
  /// pseudonym. With them, the tickets and chats that are erased, and the events as they were
  /// logged that hold what no document shows any longer.
  package mutating func scrub(
    _ logged: [RecordKey: [Event]]
  ) -> (histories: [RecordKey: [Event]], erased: [RecordKey: ErasedRecord], unscrubbed: [Event]) {
    var histories: [RecordKey: [Event]] = [:]
    var erased: [RecordKey: ErasedRecord] = [:]
    var unscrubbed: [Event] = []
    for (key, history) in logged {
      let record = key.isConversation ? record(of: history) : nil
      erased[key] = record
      for event in history {
        let bare = scrub(event, record)
        if bare != event { unscrubbed.append(event) }
        histories[bare.subject, default: []].append(bare)
      }
    }
    return (histories, erased, unscrubbed)
  }

  /// The event without what was erased. `record` says how much of its ticket or chat is; of any
  /// other event only the names of erased people are taken out. Doing it again changes nothing.
  package mutating func scrub(_ event: Event, _ record: ErasedRecord? = nil) -> Event {
    if event.erasure != nil { return event }
    if event.subject.kind == .customer { return scrubCustomer(event) }
    guard let record else { return unnamed(event) }
    guard let erasing = record.by else {
      var bare = unnamed(event)
      if record.messages.contains(event.messageID) {
        bare.patch.message = bare.patch.message?.withoutContent
      }
      return bare
    }
    let bare = event.withoutContent(by: erasing)
    return record.pseudonym.map(unnamed(bare).renamed) ?? unnamed(bare)
  }

  /// What is left of a person's own record, under their pseudonym.
  private mutating func scrubCustomer(_ event: Event) -> Event {
    var bare = unnamed(event)
    let name = event.subject.name
    if let person = person(name, before: event.id) {
      bare.subject.name = person.pseudonym
    } else if !Pseudonym.isOne(name) {
      return bare
    }
    bare.patch = Patch(set: Kept.customer.only(bare.patch.set))
    bare.meta = JSONObject()
    bare.scrubbed = event.scrubbed ?? oldest(bare.subject.name) ?? event.id
    return bare
  }

  /// The event without the names of erased people, and without what they said in it.
  private mutating func unnamed(_ event: Event) -> Event {
    var event = event
    let author = event.patch.message?["author"]?.string.flatMap { Actor($0) } ?? event.by
    if let address = author.email, person(address, before: event.id) != nil {
      event.patch.message = event.patch.message?.withoutContent
    }
    event.by = unnamed(event.by, event.id)
    event.patch.message = event.patch.message.map { unnamed($0, event.id) }
    // An agent's own addresses are the desk's business, not a customer's.
    guard event.subject.kind != .agent else { return event }
    for part in [\Patch.set, \Patch.add, \Patch.remove, \Patch.from] {
      event.patch[keyPath: part] = unnamed(event.patch[keyPath: part], event.id)
    }
    event.meta = unnamed(event.meta, event.id)
    return event
  }

  private mutating func unnamed(_ actor: Actor, _ id: EventID) -> Actor {
    actor.email.flatMap { person($0, before: id) }.map { .customer($0.pseudonym) } ?? actor
  }

  private mutating func unnamed(_ object: JSONObject, _ id: EventID) -> JSONObject {
    JSONObject(unique: object.members.map { .init(key: $0.key, value: unnamed($0.value, id)) })
  }

  private mutating func unnamed(_ value: JSON, _ id: EventID) -> JSON {
    switch value {
    case .array(let values): return .array(values.map { unnamed($0, id) })
    case .object(let object): return .object(unnamed(object, id))
    case .string(let text) where text.utf8.contains(UInt8(ascii: "@")):
      let actor = Actor(text)
      if let actor, actor.isCustomer { return .string(unnamed(actor, id).description) }
      return person(text, before: id).map { .string($0.pseudonym) } ?? value
    default: return value
    }
  }
}

extension Event {
  /// The id of the message that it adds.
  fileprivate var messageID: String { patch.message?["id"]?.string ?? id.description }

  /// What is left of an event of an erased ticket or chat: what reports count.
  fileprivate func withoutContent(by erasing: EventID) -> Event {
    var event = self
    event.patch = Patch(
      set: Kept.ticket.only(patch.set), add: Kept.lists(patch.add),
      remove: Kept.lists(patch.remove), message: patch.message?.withoutContent)
    if patch.set["subject"] != nil { event.patch.set["subject"] = Kept.erasedText }
    event.meta = JSONObject()
    event.scrubbed = scrubbed ?? erasing
    return event
  }

  /// The event with its customer under another name, whoever that is.
  fileprivate func renamed(_ pseudonym: String) -> Event {
    var event = self
    let customer = Actor.customer(pseudonym)
    if by.isCustomer { event.by = customer }
    if patch.set["customer"]?.string != nil { event.patch.set["customer"] = .string(pseudonym) }
    if patch.message?["author"]?.string.flatMap({ Actor($0) })?.isCustomer == true {
      event.patch.message?["author"] = .string(customer.description)
    }
    return event
  }
}

extension JSONObject {
  /// What is left of a message: who spoke to whom, and when.
  fileprivate var withoutContent: JSONObject {
    var bare = Kept.message.only(self)
    if let time = self["at"], time.string.flatMap({ Instant($0) }) == nil { bare["at"] = nil }
    bare["body"] = Kept.erasedText
    return bare.ordered(by: KeyOrder(DocumentShape.message))
  }
}
