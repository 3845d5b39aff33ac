import SupportModel
import SupportStore

/// What an answer is looked for: one of the desk's tickets, or any text.
package enum Asked: Sendable {
  case ticket(Ticket)
  case text(String)

  package var ticket: Ticket? { if case .ticket(let ticket) = self { ticket } else { nil } }

  var question: Question {
    switch self {
    case .ticket(let ticket): Question(ticket)
    case .text(let text): Question(text)
    }
  }
}

extension Desk {
  /// What the words of a command ask about: the ticket that a single one means, otherwise the text
  /// that they make. A whole id, or one behind `#`, is meant for a ticket and never for a text.
  package func asked(_ words: [String]) throws -> Asked {
    let text = words.joined(separator: " ")
    guard words.count == 1, let reference = TicketReference(text) else { return .text(text) }
    do {
      let ticket = try resolve(text, in: try store.snapshot())
      return .ticket(visible(ticket) ?? ticket)
    } catch DeskError.notFound where reference.whole == nil && !text.hasPrefix("#") {
      return .text(text)
    }
  }
}
