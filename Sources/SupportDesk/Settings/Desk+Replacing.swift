import SupportModel
import SupportStore

/// Priorities and statuses that tickets have: they go when the tickets have others.
extension Desk {
  /// Removes a priority. Open tickets that have it keep it, unless another takes its place.
  package func removePriority(
    _ code: String, replacedBy other: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Priority> {
    let replacement = try other.map { try successor($0, of: code, Priority.self).code }
    return try removeEntry(Priority.self, code, options) { snapshot in
      let filter = Filter.having(code, in: .priority).and(
        try Filter.parse("is:open", filterContext))
      return try behind(filter, Priority.noun, code, replacement, in: snapshot) { ticket, acting in
        var edit = Edit()
        edit.priority = replacement
        return try ticket.edit(edit, acting)
      }
    }
  }

  /// Removes a status. Tickets that are done count too: nobody could tell any more that they are.
  package func removeStatus(
    _ code: String, replacedBy other: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Status> {
    let replacement = try other.map { try successor($0, of: code, Status.self) }
    return try removeEntry(Status.self, code, options) { snapshot in
      let filter = Filter.having(code, in: .status)
      return try behind(filter, Status.noun, code, replacement?.code, in: snapshot) {
        ticket, acting in
        try replacement.flatMap { try ticket.replaceStatus(by: $0, acting) }
      }
    }
  }

  private func successor<Entry: DeskEntry>(
    _ word: String, of code: String, _: Entry.Type
  ) throws -> Entry {
    let all = try entries(Entry.self).filter { $0.code != code }
    guard let entry = all.first(where: { $0.code == word }) else {
      throw Refusal.unknown(kind: Entry.noun, word: word, known: all.map(\.code))
    }
    return entry
  }

  /// What becomes of the tickets that have what is to go; refused where nothing is said about them.
  private func behind(
    _ filter: Filter, _ noun: String, _ code: String, _ replacement: String?,
    in snapshot: Snapshot, _ verb: @escaping (Ticket, Acting) throws -> EventDraft?
  ) throws -> SettingsChange.TicketsBehind? {
    if replacement != nil { return SettingsChange.TicketsBehind(filter: filter, verb: verb) }
    let count = try ids(filter, in: snapshot).count
    guard count == 0 else { throw Refusal.inUse(kind: noun, name: code, tickets: count) }
    return nil
  }
}
