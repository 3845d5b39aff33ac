import SupportModel
import SupportStore

/// How much a customer may send in an hour, counted from the log. Whoever asks holds the lock, or many
/// at once could all be the last that is taken.
extension Desk {
  /// Holds a customer to the number of tickets that the desk takes; staff may open any number.
  func requireTicketRate() throws {
    guard let email = person.actor.email else { return }
    let limit = settings.limits.ticketsPerHour
    let opened = try recentEvents().count { $0.type == .ticketCreated }
    if opened >= limit { throw Refusal.rateLimited(email: email, perHour: limit) }
  }

  /// The same of messages: answers, and words that come with closing.
  func requireMessageRate() throws {
    guard let email = person.actor.email else { return }
    let limit = settings.limits.messagesPerHour
    let said = try recentEvents().count { $0.patch.message != nil && $0.type != .ticketCreated }
    if said >= limit { throw Refusal.messageRateLimited(email: email, perHour: limit) }
  }

  /// What this customer did within the hour, under any of their addresses.
  private func recentEvents() throws -> [Event] {
    let hourAgo = now - TimeSpan(seconds: 3600)
    return try store.log.events(by: person.addresses.map(Actor.customer), since: hourAgo)
  }
}
