/// A company or club whose members are customers, as `support.json` knows it.
package struct Organisation: Hashable, Sendable {
  package var name: String
  /// What stands behind the `@` of its members' addresses; in lower case.
  package var domains: [String]
  /// Members with other addresses; in lower case.
  package var members: [String]
  /// Whether each of its members may read and answer the tickets of all.
  package var sharesTickets: Bool
  /// Addresses at its domains that another organisation names: that one's members, not its own.
  fileprivate(set) var elsewhere: Set<String> = []

  package init(
    name: String, domains: [String] = [], members: [String] = [], sharesTickets: Bool = false
  ) {
    (self.name, self.domains) = (name, domains)
    (self.members, self.sharesTickets) = (members, sharesTickets)
  }

  /// Whether an address is a member's. That a person was erased is nobody's to see but the desk's.
  package func has(_ address: String) -> Bool {
    guard let at = address.lastIndex(of: "@"), !Pseudonym.isOne(address) else { return false }
    if members.contains(address) { return true }
    return domains.contains(String(address[address.index(after: at)...]))
      && !elsewhere.contains(address)
  }
}

/// The organisations of a desk. An address belongs to one of them at most.
package struct Organisations: Hashable, Sendable {
  package private(set) var all: [Organisation] = []
  /// The places of organisations, by domain and by member.
  private var places: [String: Int] = [:]

  package init() {}

  /// The organisation of whoever has an address; a member that is named comes before a domain.
  package subscript(address: String) -> Organisation? {
    guard !all.isEmpty, !Pseudonym.isOne(address) else { return nil }
    return (places[address] ?? place(ofDomainOf: address)).map { all[$0] }
  }

  private func place(ofDomainOf address: String) -> Int? {
    address.lastIndex(of: "@").flatMap { places[String(address[address.index(after: $0)...])] }
  }
}

extension Organisations {
  init(_ readers: [SettingsReader]) throws {
    var names: Set<String> = []
    for (place, reader) in readers.enumerated() {
      let organisation = try Organisation(reader)
      guard names.insert(organisation.name.lowercased()).inserted else {
        throw reader.error("name", "two organisations are called \"\(organisation.name)\"")
      }
      for (field, words) in [("domains", organisation.domains), ("members", organisation.members)] {
        for word in words where places.updateValue(place, forKey: word) != nil {
          throw reader.error(field, "\"\(word)\" stands twice")
        }
      }
      all.append(organisation)
    }
    settleMembers()
  }

  /// Tells the organisation of a domain which addresses at it another one names.
  private mutating func settleMembers() {
    for (place, organisation) in all.enumerated() {
      for address in organisation.members {
        if let other = self.place(ofDomainOf: address), other != place {
          all[other].elsewhere.insert(address)
        }
      }
    }
  }
}

extension Organisation {
  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["name", "domains", "members", "share_tickets"])
    self.init(name: try reader.requiredText("name"))
    domains = try (reader.texts("domains") ?? []).enumerated().map { place, text in
      guard let address = EmailAddress("x@" + text.lowercased()) else {
        throw reader.error("domains[\(place)]", "\"\(text)\" is no domain such as example.com")
      }
      return String(address.text.dropFirst(2))
    }
    members = try (reader.texts("members") ?? []).enumerated().map { place, text in
      guard let address = EmailAddress(text) else {
        throw reader.error("members[\(place)]", "\"\(text)\" is not an e-mail address")
      }
      return address.text
    }
    guard !domains.isEmpty || !members.isEmpty else {
      throw reader.error("domains", "an organisation needs domains or members")
    }
    sharesTickets = try reader.bool("share_tickets") ?? false
  }
}
