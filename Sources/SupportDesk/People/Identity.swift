import SupportModel
import SupportStore

/// Finds out who is acting: `--as`, `SUPPORT_AS`, the local config, git's `user.email`, in that
/// order.
struct Identity {
  let store: DeskStore
  let environment: Environment

  func person(as explicit: String?) throws -> Person {
    if let name = explicit ?? environment["SUPPORT_AS"] { return try person(named: name) }
    if let name = try LocalConfig(store.layout)["actor"] { return try person(named: name) }
    if let email = try GitIdentity.email(root: store.layout.root, environment) {
      return try person(named: email)
    }
    throw DeskError.nobody
  }

  /// `agent:HANDLE` and `customer:EMAIL` are exact; a handle or an address alone is looked up among
  /// the agents, and an address that no agent has is a customer's.
  func person(named name: String) throws -> Person {
    let agents = AgentFiles(store.layout)
    switch Actor(name) {
    case .agent(let handle):
      guard let agent = try agents.agent(handle) else { throw try unknown(handle) }
      return Person(agent)
    case .customer(let email): return try customer(email)
    case .system: return Person(.system)
    case .ai: return Person(.ai)
    case nil: break
    }
    if name.hasPrefix("customer:") {
      throw Refusal.invalid(
        field: "customer", value: String(name.dropFirst(9)), expected: "an e-mail address")
    }
    if let email = EmailAddress(name) {
      return try agents.agent(email: email.text).map(Person.init) ?? customer(email.text)
    }
    guard let agent = try agents.agent(name) else { throw try unknown(name) }
    return Person(agent)
  }

  private func customer(_ email: String) throws -> Person {
    try store.snapshot().person(email, store.settings)
  }

  private func unknown(_ name: String) throws -> DeskError {
    .notFound(kind: "agent", name: name, known: try AgentFiles(store.layout).handles())
  }
}

extension Desk {
  /// Opens the desk that a folder lies in.
  package init(
    from folder: String, as actor: String?, _ environment: Environment, at now: Instant,
    chance: Chance
  ) throws {
    guard let layout = try DeskLayout.find(from: folder) else {
      throw DeskError.noDesk(from: folder)
    }
    let store = try DeskStore(layout, zoneInfo: ZoneInfo(environment))
    let identity = Identity(store: store, environment: environment)
    self.init(store, as: try identity.person(as: actor), at: now, chance: chance)
  }
}
