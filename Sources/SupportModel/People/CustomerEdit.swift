/// New values for a customer's record; what is nil stays as it is, and an empty text removes.
package struct CustomerEdit: Hashable, Sendable {
  package var name: String?
  package var addPhones: [String] = []
  package var removePhones: [String] = []
  package var organisation: String?
  package var tier: String?
  package var language: String?
  package var notes: String?
  /// Names of what they agree to, and of what they take back.
  package var addConsents: [String] = []
  package var removeConsents: [String] = []

  package init() {}
}

extension Customer {
  /// The change of a record by new values; nil where they are so already.
  package func edit(_ edit: CustomerEdit, _ acting: Acting) throws(Refusal) -> Patch? {
    guard !isErased else { throw .erasedCustomer(email) }
    var change = TicketChange(document)
    for (field, value) in [("name", edit.name), ("organisation", edit.organisation)] {
      if let value { change.set(field, try TextRules.line(value, field, acting.settings.limits)) }
    }
    if let tier = edit.tier {
      change.set("tier", tier.isEmpty ? nil : try TextRules.word(tier, field: "tier"))
    }
    if let typed = edit.language {
      let language = typed.lowercased()
      guard language.isEmpty || Article.isLegal(language: language) else {
        throw .invalid(field: "language", value: typed, expected: "a tag such as en or pt-br")
      }
      change.set("language", language.isEmpty ? nil : language)
    }
    if let notes = edit.notes {
      let isBlank = notes.allSatisfy(\.isWhitespace)
      change.set("notes", isBlank ? nil : try TextRules.message(notes, acting.settings.limits))
    }
    change.add("phones", try edit.addPhones.map(Self.phone))
    change.remove("phones", edit.removePhones.map { .string($0) })
    for name in edit.addConsents { try change.setConsent(name, true, acting) }
    for name in edit.removeConsents { try change.setConsent(name, false, acting) }
    return change.patch.isEmpty ? nil : change.patch
  }

  /// A number as people write it down: what a telephone can make of it is not the desk's to judge.
  private static func phone(_ text: String) throws(Refusal) -> JSON {
    let number = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = number.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-()./ x".utf8.contains(byte)
    }
    guard isPlain, number.utf8.count <= 40,
      number.utf8.count(where: { (0x30...0x39).contains($0) }) >= 2
    else {
      throw .invalid(field: "phone", value: text, expected: "digits, spaces and + - ( ) . / x")
    }
    return .string(number)
  }
}

extension TicketChange {
  /// Notes that somebody agreed or took it back, when, and who wrote it down.
  fileprivate mutating func setConsent(
    _ word: String, _ isGiven: Bool, _ acting: Acting
  ) throws(Refusal) {
    let path = "consents." + (try TextRules.word(word, field: "consent"))
    guard document.value(at: path)?["given"] != .bool(isGiven) else { return }
    let consent = JSONObject([
      ("given", .bool(isGiven)), ("at", .string(acting.now.description)),
      ("by", .string(acting.person.actor.description)),
    ])
    set(path, .object(consent))
  }
}

// MARK: Further addresses

extension Customer {
  /// The change that makes addresses lead here, or no longer.
  package func linking(_ add: [String], unlinking remove: [String] = []) -> Patch {
    var change = TicketChange(document)
    change.add("emails", add.filter { $0 != email }.map(JSON.string))
    change.remove("emails", remove.map(JSON.string))
    return change.patch
  }

  /// Whether the record says nothing of anybody, as that of an address that was given back.
  package var isBlank: Bool {
    Set(document.keys).isSubset(of: ["format", "email", "created_at", "updated_at", "head"])
  }

  /// The event that makes this record that of a further address of somebody; with nil, of somebody
  /// of their own again. `isNew` is whether it begins with it.
  package func becoming(_ other: String?, isNew: Bool, at now: Instant) -> EventDraft {
    var change = TicketChange(isNew ? JSONObject() : document)
    change.set("same_as", other)
    if isNew { change.set("created_at", now) }
    return EventDraft(isNew ? .customerCreated : .customerUpdated, key, change.patch)
  }
}

// MARK: Merging

extension Customer {
  /// The change of this record that takes others in: their addresses and telephones, and of what it
  /// does not say itself what the first of them says. Notes are put one below the other.
  package func taking(_ others: [Customer]) -> Patch {
    var change = TicketChange(document)
    change.add("emails", others.flatMap { [$0.email] + $0.emails }.filter { $0 != email }.unique)
    change.add("phones", others.flatMap(\.phones).unique)
    for field in ["name", "organisation", "tier", "language"] where document[field] == nil {
      change.set(field, others.lazy.compactMap { $0.document[field] }.first)
    }
    let notes = ([self] + others).compactMap(\.notes)
    if notes.count > (self.notes == nil ? 0 : 1) {
      change.set("notes", notes.joined(separator: "\n\n"))
    }
    for other in others {
      for consent in other.document["consents"]?.object?.members ?? [] {
        let path = "consents.\(consent.key)"
        if change.patch.set[path] == nil, document.value(at: path) == nil {
          change.set(path, consent.value)
        }
      }
    }
    return change.patch
  }

  /// The event that makes a record that of a further address of whoever it was merged into.
  package func merging(into other: String) -> EventDraft {
    var change = TicketChange(document)
    change.set("same_as", other)
    return EventDraft(.customerMerged, key, change.patch)
  }
}

extension Ticket {
  /// The event that gives a ticket to whoever its customer was merged into.
  package func moving(to customer: String) -> EventDraft {
    var change = TicketChange(document)
    change.set("customer", customer)
    return EventDraft(
      .ticketUpdated, key, change.patch,
      meta: JSONObject([("reason", "the customer was merged")]))
  }
}

extension [String] {
  /// Each of them once, in their order.
  fileprivate var unique: [JSON] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }.map(JSON.string)
  }
}
