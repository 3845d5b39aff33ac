/// What an event erases: everything about a person, or the content of one record.
///
/// The address of a person is not in it, only the SHA-256 of a salt and the address: whoever meets
/// the address can tell that it is the one, and whoever does not has to guess it.
package enum Erasure: Hashable, Sendable {
  /// Both in hexadecimal digits, lower case.
  case person(salt: String, digest: String)
  case content

  /// The erasure of whoever has an address.
  package static func person(_ address: String, salt: String) -> Erasure {
    .person(salt: salt, digest: digest(of: address, salt: salt))
  }

  /// The salt of a desk: the id of its oldest event, so that clones that erase the same person
  /// apart from each other say the same of them.
  package static func salt(oldest: EventID) -> String {
    let digits = String(oldest.bits, radix: 16)
    return String(repeating: "0", count: 32 - digits.utf8.count) + digits
  }

  static func digest(of address: String, salt: String) -> String {
    SHA256.hexadecimal(of: bytes(of: salt) + Array(address.lowercased().utf8))
  }

  private static func bytes(of hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.map { $0 > 0x39 ? $0 - 0x57 : $0 - 0x30 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension Erasure {
  package init?(_ json: JSONObject) {
    if json["content"] == true {
      self = .content
      return
    }
    guard let salt = json["salt"]?.string, let digest = json["digest"]?.string,
      Self.isHexadecimal(salt), Self.isHexadecimal(digest), digest.utf8.count == 64
    else { return nil }
    self = .person(salt: salt, digest: digest)
  }

  package var json: JSONObject {
    switch self {
    case .person(let salt, let digest):
      JSONObject([("salt", .string(salt)), ("digest", .string(digest))])
    case .content: JSONObject([("content", true)])
    }
  }

  /// Whether an event about a record can carry it.
  func mayErase(_ key: RecordKey) -> Bool {
    switch self {
    case .person(_, let digest): key == RecordKey(.customer, Pseudonym.of(digest: digest))
    case .content: key.kind == .ticket || key.kind == .chat
    }
  }

  private static func isHexadecimal(_ text: String) -> Bool {
    text.utf8.count.isMultiple(of: 2)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// The address that stands for an erased person: `6h2m9xw0qk@erased.invalid`, of a domain that can
/// have no mail (RFC 2606).
package enum Pseudonym {
  private static let domain = "@erased.invalid"

  /// The first 50 bits of the digest, in ten digits of Crockford's base 32.
  static func of(digest: String) -> String {
    let bits = UInt64(digest.prefix(16), radix: 16) ?? 0
    let name = (0..<10).map { Crockford.lower[Int(bits >> (59 - $0 * 5) & 31)] }
    return String(decoding: name, as: UTF8.self) + domain
  }

  package static func isOne(_ address: String) -> Bool { address.hasSuffix(domain) }
}

extension EventDraft {
  /// The event that erases whoever has an address.
  package static func erasing(
    _ address: EmailAddress, salt: String, reason: String? = nil
  ) -> EventDraft {
    let digest = Erasure.digest(of: address.text, salt: salt)
    return EventDraft(
      .customerErased, RecordKey(.customer, Pseudonym.of(digest: digest)),
      meta: JSONObject(reason.map { [("reason", .string($0))] } ?? []),
      erasure: .person(salt: salt, digest: digest))
  }

  /// The event that erases the content of a ticket.
  package static func erasing(_ id: TicketID) -> EventDraft {
    EventDraft(.ticketErased, .ticket(id), erasure: .content)
  }
}
