/// Who does something: the `by` of an event and the `author` of a message.
package enum Actor: Hashable, Sendable {
  /// A member of the desk, by handle.
  case agent(String)
  /// Somebody who asks for help, by e-mail address.
  case customer(String)
  /// The desk itself: jobs and rules.
  case system
  /// A language model called by the desk.
  case ai

  package var handle: String? { if case .agent(let handle) = self { handle } else { nil } }
  package var email: String? { if case .customer(let email) = self { email } else { nil } }
  package var isAgent: Bool { handle != nil }
  package var isCustomer: Bool { email != nil }
}

extension Actor: CustomStringConvertible {
  /// `agent:ada`, `customer:bob@example.com`, `system` or `ai`.
  package init?(_ text: String) {
    switch text {
    case "system": self = .system
    case "ai": self = .ai
    default:
      guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let name = String(text[text.index(after: colon)...])
      switch text[..<colon] {
      case "agent" where !name.isEmpty: self = .agent(name)
      case "customer":
        guard let email = EmailAddress(name) else { return nil }
        self = .customer(email.text)
      default: return nil
      }
    }
  }

  package var description: String {
    switch self {
    case .agent(let handle): "agent:\(handle)"
    case .customer(let email): "customer:\(email)"
    case .system: "system"
    case .ai: "ai"
    }
  }
}
