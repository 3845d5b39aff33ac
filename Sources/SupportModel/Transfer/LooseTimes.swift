/// When a loose record was opened, changed and done, as far as it says.
struct LooseTimes {
  let created: Instant
  let updated: Instant
  let resolved: Instant?
  let closed: Instant?

  /// `said` are the times of its messages. Without a time of its own it was opened with the first of
  /// them, or else now. Nothing is done before it was opened.
  init(_ given: LooseMembers, _ said: [Instant], _ rules: ImportRules) throws {
    func time(_ name: String) throws -> Instant? { try given.time(name, notAfter: rules.now) }
    let resolved = try time("resolved_at")
    let closed = try time("closed_at")
    let updated = try time("updated_at")
    let known = said + [resolved, closed, updated].compactMap { $0 }
    let created = try time("created_at") ?? known.min() ?? rules.now
    self.created = created
    self.resolved = resolved.map { max($0, created) }
    self.closed = closed.map { max($0, created) }
    let latest = said + [self.resolved, self.closed].compactMap { $0 }
    self.updated = max(created, updated ?? latest.max() ?? created)
  }
}

extension ImportedTicket {
  /// The status, with the way to it as far as it is known: new when it was opened, and done when it
  /// says so.
  mutating func setStatus(
    _ given: LooseMembers, _ times: LooseTimes, _ rules: ImportRules
  ) throws {
    let status = try given.text("status").map(rules.status)
    let code = status?.code ?? Self.status(times)
    members["status"] = .string(code)
    let isDone = rules.settings.lifecycle.phase(of: code) == .done
    var turns = [("new", createdAt)]
    let end = max(times.updated, messages.compactMap { Message($0).at }.max() ?? createdAt)
    if isDone, code != "resolved", let resolved = times.resolved {
      turns.append(("resolved", resolved))
    }
    if code == "resolved" { turns.append((code, times.resolved ?? times.closed ?? end)) }
    if code == "closed" { turns.append((code, max(times.closed ?? end, turns.last?.1 ?? end))) }
    if turns.last?.0 != code { turns.append((code, max(end, turns.last?.1 ?? end))) }
    statuses = turns.map { TicketChange.timelineEntry($0.0, $0.1) }
    for (status, at) in turns where isDone && (status == "resolved" || status == "closed") {
      members["\(status)_at"] = .string(at.description)
    }
    updatedAt = max(updatedAt, turns.last?.1 ?? updatedAt)
  }

  private static func status(_ times: LooseTimes) -> String {
    times.closed != nil ? "closed" : times.resolved != nil ? "resolved" : "new"
  }

  /// Records how the promises about a ticket ended that is done, as a command does that ends one.
  mutating func keepOutcome(_ rules: ImportRules) {
    guard rules.settings.lifecycle.phase(of: members["status"]?.string ?? "") == .done else {
      return
    }
    var document = members
    document["id"] = .string(TicketID(at: createdAt, chance: 0).description)
    document["statuses"] = .array(statuses)
    document["messages"] = messages.isEmpty ? nil : .array(messages.map(JSON.object))
    guard let ticket = Ticket(document),
      let clocks = rules.acting.rules.clocks(of: ticket, customers: rules.acting.customers)
    else { return }
    members["sla"] = .object(JSONObject([("outcome", SLAOutcome(clocks).json)]))
  }
}
