/// Fields whose values are names, and words.
extension FilterTermReader {
  func value(_ field: FilterField, _ operand: FilterOperand) throws(FilterError) -> Reading {
    switch field.kind {
    case .id: try id(operand)
    case .words: words(field, operand)
    case .status: try status(field, operand)
    case .link: try link(operand)
    case .channel: try channel(operand)
    case .category: try category(operand)
    case .customer: try customer(operand)
    case .agent: try agent(field, operand)
    case .name, .free, .priority, .number, .time, .message: name(field, operand)
    }
  }

  private func id(_ operand: FilterOperand) throws(FilterError) -> Reading {
    guard let id = TicketReference(operand.text) else {
      throw source.error(.badID(operand.text), operand.range)
    }
    return Reading(id.canonical, .id(TicketReference(id.canonical) ?? id))
  }

  private func words(_ field: FilterField, _ operand: FilterOperand) -> Reading {
    if field != .subject, operand.isKeyword("none") { return absent(field) }
    let text = FilterText.value(words(operand.text))
    return Reading(text, Needle(operand.text).map { .contains(field, $0) } ?? .present(field))
  }

  private func status(
    _ field: FilterField, _ operand: FilterOperand
  ) throws(FilterError) -> Reading {
    let lifecycle = context.settings.lifecycle
    guard let status = lifecycle.find(operand.text) else {
      throw unknown(
        "status", operand, among: lifecycle.codes + lifecycle.statuses.flatMap(\.aliases))
    }
    return Reading(FilterText.value(status.code), .among(field, [status.code.lowercased()]))
  }

  private func channel(_ operand: FilterOperand) throws(FilterError) -> Reading {
    if operand.isKeyword("none") { return absent(.channel) }
    let known = context.settings.channels
    guard let channel = known.first(where: { plainName($0) == plainName(operand.text) }) else {
      throw unknown("channel", operand, among: known)
    }
    return Reading(FilterText.value(channel), .among(.channel, [channel.lowercased()]))
  }

  private func category(_ operand: FilterOperand) throws(FilterError) -> Reading {
    if operand.isKeyword("none") { return absent(.category) }
    let path = categoryPath(operand.text)
    guard !path.isEmpty else { throw source.error(.emptyValue, operand.range) }
    return Reading(FilterText.value(path), .below(path))
  }

  /// An address; a domain (`@example.com`); or a part of an address.
  private func customer(_ operand: FilterOperand) throws(FilterError) -> Reading {
    if operand.isKeyword("none") { return absent(.customer) }
    if operand.isKeyword("me") || operand.isKeyword("@me") {
      let person = context.person
      let own = person.actor.isCustomer ? person.addresses.sorted() : person.agent?.emails ?? []
      guard !own.isEmpty else { throw source.error(.noSelf, operand.range) }
      return Reading("me", .among(.customer, own.map { $0.lowercased() }))
    }
    let text = operand.text.lowercased()
    if text.hasPrefix("@") { return Reading(FilterText.value(text), .domain(text)) }
    if text.contains("@") { return Reading(FilterText.value(text), .among(.customer, [text])) }
    return words(.customer, operand)
  }

  /// A handle, with or without `@` in front.
  private func agent(
    _ field: FilterField, _ operand: FilterOperand
  ) throws(FilterError) -> Reading {
    if operand.isKeyword("none") { return absent(field) }
    if operand.isKeyword("me") || operand.isKeyword("@me") {
      guard let handle = context.person.actor.handle else {
        throw source.error(.noSelf, operand.range)
      }
      return Reading("me", .among(field, [handle.lowercased()]))
    }
    let handle = operand.text.lowercased().drop { $0 == "@" }
    guard !handle.isEmpty else { throw source.error(.emptyValue, operand.range) }
    return Reading(FilterText.value(String(handle)), .among(field, [String(handle)]))
  }

  private func name(_ field: FilterField, _ operand: FilterOperand) -> Reading {
    if operand.isKeyword("none") { return absent(field) }
    return Reading(FilterText.value(operand.text), .among(field, [operand.text.lowercased()]))
  }

  func absent(_ field: FilterField) -> Reading { Reading("none", .fails(presence(field))) }
}

/// A category as it is compared: in lower case, without empty parts.
func categoryPath(_ text: String) -> String {
  let path = text.lowercased()
  var last = UInt8(ascii: "/")
  let hasEmptyPart = path.utf8.contains { byte in
    defer { last = byte }
    return byte == UInt8(ascii: "/") && last == byte
  }
  guard hasEmptyPart || last == UInt8(ascii: "/") else { return path }
  return path.split(separator: "/").joined(separator: "/")
}
