/// Fields of messages: `message.direction:`, `message.at:`, `message.author:`, `message.body:` and
/// `attachment:`. Each term is about some message, and not the same one as the next term. Customers
/// never learn of notes by them.
extension FilterTermReader {
  func message(_ field: FilterField, _ item: FilterItem) throws(FilterError) -> Reading {
    if case .single(let operand) = item.shape, operand.isKeyword("none") {
      return absent(field)
    }
    if field == .messageAt {
      var reading = try time(field, item)
      reading.tests = reading.tests.map { test in
        guard case .time(_, let range) = test.fact else { return test }
        return FilterTest(fact: some(.at(range)), isNegated: test.isNegated)
      }
      return reading
    }
    let operand = try single(item, of: field.description)
    return switch field {
    case .messageDirection: try direction(operand)
    case .messageAuthor: try author(operand)
    default: try wording(field, operand)
    }
  }

  /// That some message is so which the reader may see.
  private func some(_ fact: MessageFact) -> FilterFact {
    .message(fact, inNotes: context.isStaff)
  }

  /// That a field has a value, as `has:` asks.
  func presence(_ field: FilterField) -> FilterFact {
    switch field {
    case .attachment: .attachment(inNotes: context.isStaff)
    case _ where field.isOfMessages: some(.present)
    default: .present(field)
    }
  }

  private func direction(_ operand: FilterOperand) throws(FilterError) -> Reading {
    guard let direction = Message.Direction(rawValue: plainName(operand.text)) else {
      throw unknown("direction", operand, among: Message.Direction.allCases.map(\.rawValue))
    }
    return Reading(direction.rawValue, some(.direction(direction)))
  }

  /// `me`; an actor such as `agent:ada` or an address, which are exact; else a handle, or a part of a
  /// name or an address.
  private func author(_ operand: FilterOperand) throws(FilterError) -> Reading {
    if operand.isKeyword("me") || operand.isKeyword("@me") {
      let actor = context.person.actor
      guard actor.isAgent || actor.isCustomer else { throw source.error(.noSelf, operand.range) }
      return Reading("me", some(.author(actor.description.lowercased())))
    }
    let text = words(operand.text).lowercased()
    if let email = EmailAddress(text)?.text {
      return Reading(FilterText.value(email), some(.author("customer:\(email)")))
    }
    if text.contains(":"), let actor = Actor(text) {
      return Reading(FilterText.value(text), some(.author(actor.description.lowercased())))
    }
    return try wording(.messageAuthor, operand)
  }

  private func wording(
    _ field: FilterField, _ operand: FilterOperand
  ) throws(FilterError) -> Reading {
    guard let needle = Needle(operand.text) else {
      throw source.error(.emptyValue, operand.range)
    }
    let text = FilterText.value(words(operand.text))
    return switch field {
    case .attachment: Reading(text, some(.attaches(needle)))
    case .messageBody: Reading(text, some(.says(needle)))
    default: Reading(text, some(.authorLike(needle)))
    }
  }

  /// A link to a ticket, by its id or the beginning of it, or a kind of link.
  func link(_ operand: FilterOperand) throws(FilterError) -> Reading {
    if operand.isKeyword("none") { return absent(.link) }
    let kind = plainName(operand.text)
    if LinkKind(rawValue: kind) != nil { return Reading(kind, .among(.link, [kind])) }
    guard let id = TicketReference(operand.text) else {
      throw source.error(.badID(operand.text), operand.range)
    }
    return Reading(id.canonical, .linked(TicketReference(id.canonical) ?? id))
  }
}
