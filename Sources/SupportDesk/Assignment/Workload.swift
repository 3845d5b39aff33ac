import SupportModel
import SupportStore

/// What decides who of those that are alike gets a ticket, by the handles of those who have something.
struct Workload {
  /// How many open tickets they have.
  var loads: [String: Int] = [:]
  /// The events by which they were given a ticket last.
  var lastGiven: [String: EventID] = [:]
}

extension Desk {
  /// How many open tickets the agents have, and when they were given one, whoever asks.
  func workload(in snapshot: Snapshot) throws -> Workload {
    func isOpen(_ status: String) -> Bool { settings.lifecycle.phase(of: status) != .done }
    let known = try withIndex(snapshot) { index in
      let told = index.told()
      return Workload(
        loads: try index.loads(told, isOpen) ?? countedLoads(index, snapshot),
        lastGiven: try index.lastGiven(told))
    }
    if let known { return known }
    var work = Workload(lastGiven: try store.log.lastGiven(to: Set(agents.handles())))
    try snapshot.visitTickets { ticket in
      if let handle = ticket.assignee, isOpen(ticket.status) { work.loads[handle, default: 0] += 1 }
    }
    return work
  }

  private func countedLoads(
    _ index: TicketIndex, _ snapshot: Snapshot
  ) throws -> [String: Int] {
    let open = try Filter.parse("is:open", filterContext)
    let query = TicketQuery(open, settings, looksAtAll: false) { ticket in
      FilterSubject(ticket, rules, customers: Self.customers(in: snapshot))
    }
    let counts = try index.counts(query, by: .assignee)
    return Dictionary(
      uniqueKeysWithValues: counts.compactMap { key, count in key.map { ($0, count) } })
  }
}
