/// Looks up a customer's record by address. It is asked only where a policy or a filter speaks of
/// `customer.` fields.
package typealias CustomerRecords = @Sendable (_ email: String) -> JSONObject?

/// Who acts, under which settings, and when: what every verb needs to decide.
package struct Acting: Sendable {
  package var person: Person
  package var settings: DeskSettings
  package var now: Instant
  package var customers: CustomerRecords
  package var rules: SLARules

  /// `rules` are those of the settings at this time, where somebody has them already.
  package init(
    _ person: Person, _ settings: DeskSettings, at now: Instant, rules: SLARules? = nil,
    customers: @escaping CustomerRecords
  ) {
    (self.person, self.settings, self.now) = (person, settings, now)
    self.rules = rules ?? SLARules(settings, at: now)
    self.customers = customers
  }

  package var permissions: Permissions { Permissions(person, settings.permissions) }

  func status(_ word: String) throws(Refusal) -> Status {
    guard let status = settings.lifecycle.find(word) else {
      throw .unknown(kind: "status", word: word, known: settings.lifecycle.codes)
    }
    return status
  }

  func priority(_ word: String) throws(Refusal) -> Priority {
    guard let priority = settings.priorities.find(word) else {
      throw .unknown(kind: "priority", word: word, known: settings.priorities.codes)
    }
    return priority
  }

  func channel(_ word: String) throws(Refusal) -> String {
    guard settings.channels.contains(word) else {
      throw .unknown(kind: "channel", word: word, known: settings.channels)
    }
    return word
  }
}
