/// Reading an object from elsewhere: a subject, and whatever else is known.
extension ImportedTicket {
  /// A record of either kind.
  package init(_ record: JSON, _ rules: ImportRules) throws {
    guard let object = record.object else {
      throw ImportError.notObject(found: record.kindName)
    }
    if Self.isDocument(object) {
      try self.init(document: object, rules)
    } else {
      try self.init(loose: object, rules)
    }
  }

  private init(loose object: JSONObject, _ rules: ImportRules) throws {
    let given = try LooseMembers(object, LooseMembers.ticket, ignoresUnknown: rules.ignoresUnknown)
    let customer = try Self.customer(given, rules)
    let said = try given.objects("messages").enumerated().map { place, message in
      do { return try LooseMessage(message, customer?.address, rules) } catch {
        throw ImportError.inMessage(place + 1, error)
      }
    }
    let times = try LooseTimes(given, said.compactMap(\.at), rules)
    self.init(createdAt: times.created, updatedAt: times.updated)
    customerName = customer?.name
    try setMembers(given, customer?.address, rules)
    messages = try Self.thread(given, said, customer, from: times.created, rules)
    try setStatus(given, times, rules)
    updatedAt = max(updatedAt, messages.compactMap { Message($0).at }.max() ?? updatedAt)
    if let answer = messages.lazy.map({ Message($0) }).first(where: \.isAgentReply)?.at {
      members["first_response_at"] = .string(answer.description)
    }
    keepOutcome(rules)
  }

  private mutating func setMembers(
    _ given: LooseMembers, _ customer: EmailAddress?, _ rules: ImportRules
  ) throws {
    guard let subject = try given.text("subject") else { throw Refusal.missing(field: "subject") }
    members["subject"] = .string(try TextRules.subject(subject, rules.settings.limits))
    let priority = try given.text("priority").map(rules.priority)
    members["priority"] = .string(priority ?? rules.settings.defaultPriority)
    members["category"] = try given.text("category").map { .string(try rules.category($0)) }
    let channel = try given.text("channel").map(rules.channel)
    members["channel"] = .string(channel ?? rules.settings.defaultChannel)
    members["customer"] = customer.map { .string($0.text) }
    members["assigned_to"] = try given.text("assigned_to").map { .string(try rules.agent($0)) }
    members["team"] = try given.text("team").map { .string(try rules.team($0)) }
    var tags: [String] = []
    for tag in try given.words("tags").map(rules.tag) where !tags.contains(tag) { tags.append(tag) }
    if !tags.isEmpty { members["tags"] = .array(tags.map(JSON.string)) }
    members["order"] = try Self.short(given, "order")
    members["external_id"] = try Self.short(given, "external_id")
    members["fields"] = try Self.fields(given, rules)
    members["created_at"] = .string(createdAt.description)
  }

  /// A reference to something elsewhere: one line, at most 255 bytes.
  private static func short(_ given: LooseMembers, _ name: String) throws -> JSON? {
    guard let text = try given.text(name).map({ trimmed($0) }) else { return nil }
    guard text.utf8.count <= 255 else {
      throw Refusal.tooLong(field: name, limit: 255, actual: text.utf8.count, unit: "bytes")
    }
    guard !text.utf8.contains(where: { $0 < 0x20 }) else {
      throw Refusal.invalid(field: name, value: text, expected: "one line of text")
    }
    return .string(text)
  }

  private static func fields(_ given: LooseMembers, _ rules: ImportRules) throws -> JSON? {
    var fields = JSONObject()
    for member in try given.object("fields")?.members ?? [] where !member.value.isNull {
      guard let text = LooseMembers.text(member.value) else {
        throw ImportError.wrongKind(
          member: "fields.\(member.key)", expected: "a text", found: member.value.kindName)
      }
      try TextRules.refuseNul(text, field: "field")
      guard !text.isEmpty else { continue }
      let name = try rules.fieldName(member.key)
      fields[name] = try rules.settings.fields.value(text, of: name)
    }
    return fields.isEmpty ? nil : .object(fields)
  }

  /// An address, `Bob Li <bob@example.com>`, or an object with both.
  private static func customer(
    _ given: LooseMembers, _ rules: ImportRules
  ) throws -> (address: EmailAddress, name: String?)? {
    let name = try given.text("customer_name").map { trimmed($0) }
    guard let value = given["customer"] else { return nil }
    if let object = value.object {
      let inner = try LooseMembers(
        object, LooseMembers.customer, ignoresUnknown: rules.ignoresUnknown)
      guard let email = try inner.text("email") else { throw Refusal.missing(field: "email") }
      let (address, found) = try mailbox(email)
      return (address, try inner.text("name").map { trimmed($0) } ?? found ?? name)
    }
    guard let text = try given.text("customer") else { return nil }
    let (address, found) = try mailbox(text)
    return (address, found ?? name)
  }

  private static func mailbox(_ text: String) throws -> (EmailAddress, String?) {
    guard let (address, name) = EmailAddress.parse(text) else {
      throw Refusal.invalid(field: "customer", value: text, expected: "an e-mail address")
    }
    guard !Pseudonym.isOne(address.text) else { throw ImportError.erased(address.text) }
    return (address, name)
  }
}
