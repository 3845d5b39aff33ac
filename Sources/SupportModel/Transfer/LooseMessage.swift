/// A message of a loose record, before its place in the thread is known.
struct LooseMessage {
  var at: Instant?
  /// Without `at`.
  var json: JSONObject

  init(_ object: JSONObject, _ customer: EmailAddress?, _ rules: ImportRules) throws {
    let given = try LooseMembers(
      object, LooseMembers.message, ignoresUnknown: rules.ignoresUnknown)
    at = try given.time("at", notAfter: rules.now)
    let wanted = try Self.direction(given)
    let author = try Self.author(given, wanted, customer, rules)
    let direction = wanted ?? (author.isCustomer ? .inbound : .outbound)
    guard let body = try given.text("body") else { throw Refusal.missing(field: "body") }
    json = Self.json(
      try TextRules.message(body, rules.settings.limits), author,
      name: try given.text("author_name").map { trimmed($0) } ?? rules.agentName(author), direction,
      isInternal: try given.bool("is_internal") ?? false)
  }

  private static func direction(_ given: LooseMembers) throws -> Message.Direction? {
    guard let word = try given.text("direction") else { return nil }
    switch word.lowercased() {
    case "inbound", "incoming", "in": return .inbound
    case "outbound", "outgoing", "out": return .outbound
    default:
      throw Refusal.invalid(field: "direction", value: word, expected: "inbound or outbound")
    }
  }

  /// Who wrote it; where nobody says, the customer did. Of what the desk said, somebody has to be
  /// named: clocks stop at the answer of an agent.
  private static func author(
    _ given: LooseMembers, _ direction: Message.Direction?, _ customer: EmailAddress?,
    _ rules: ImportRules
  ) throws -> Actor {
    if let word = try given.text("author") { return try rules.author(trimmed(word)) }
    guard direction != .outbound, let customer else { throw Refusal.missing(field: "author") }
    return .customer(customer.text)
  }

  static func json(
    _ body: String, _ author: Actor, name: String?, _ direction: Message.Direction,
    isInternal: Bool = false
  ) -> JSONObject {
    var json = JSONObject([("author", .string(author.description))])
    json["author_name"] = name.map(JSON.string)
    json["direction"] = .string(direction.rawValue)
    if isInternal { json["is_internal"] = true }
    json["body"] = .string(body)
    return json
  }
}

extension ImportedTicket {
  /// The thread in the order of its times: the body first, from the customer. A message without a
  /// time follows the one before it.
  static func thread(
    _ given: LooseMembers, _ said: [LooseMessage],
    _ customer: (address: EmailAddress, name: String?)?, from start: Instant, _ rules: ImportRules
  ) throws -> [JSONObject] {
    var thread: [(at: Instant, json: JSONObject)] = []
    if let body = try given.text("body") {
      let author = customer.map { Actor.customer($0.address.text) } ?? rules.acting.person.actor
      let json = LooseMessage.json(
        try TextRules.message(body, rules.settings.limits), author,
        name: customer == nil ? rules.acting.person.name : customer?.name, .inbound)
      thread.append((start, json))
    }
    var latest = start
    for message in said {
      latest = message.at ?? latest
      var json = message.json
      if json["author_name"] == nil, let customer,
        json["author"]?.string?.hasSuffix(":\(customer.address.text)") == true
      {
        json["author_name"] = customer.name.map(JSON.string)
      }
      thread.append((latest, json))
    }
    let places = thread.indices.sorted { (thread[$0].at, $0) < (thread[$1].at, $1) }
    return places.map { place in
      var json = thread[place].json
      json["at"] = .string(thread[place].at.description)
      return json
    }
  }
}
