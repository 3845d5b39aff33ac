import SupportDesk

/// A tiny desk that plays one sample ticket: enough lifecycle and SLA to judge the script by.
struct Replay {
  /// In minutes, on a clock that never stops.
  static let targets: [String: (response: Int, resolution: Int)] = [
    "critical": (30, 240), "urgent": (60, 480), "high": (120, 1440),
    "normal": (240, 2880), "low": (480, 5760),
  ]

  static let next: [String: Set<String>] = [
    "new": ["open", "in_progress", "cancelled"],
    "open": ["in_progress", "pending", "on_hold", "cancelled", "resolved"],
    "in_progress": ["open", "pending", "on_hold", "cancelled", "resolved"],
    "pending": ["open", "in_progress", "resolved"],
    "on_hold": ["open", "in_progress", "pending", "resolved"],
    "resolved": ["open", "closed"],
    "closed": ["open"],
  ]

  var ticket: DemoTicket
  var status = "new"
  var priority: String
  var assignee: String?
  var refusals: [String] = []
  /// Seconds after the opening; nil while nobody has answered.
  var firstResponse: Int?
  /// Seconds spent in statuses that neither pause the clock nor end it.
  var working = 0
  /// Is there something from the customer that no agent has seen?
  var unread = false
  private var since = 0

  init(_ ticket: DemoTicket) {
    self.ticket = ticket
    priority = ticket.priority
    for step in ticket.steps { play(step) }
    count(until: ticket.age)
  }

  var isDone: Bool { ["resolved", "closed", "cancelled"].contains(status) }
  var isCancelled: Bool { status == "cancelled" }
  var lastActivity: Int { ticket.age - (ticket.steps.last?.offset ?? 0) }

  /// Was the first answer late, or is it late by now?
  var responseBreached: Bool {
    guard let target = Self.targets[priority] else { return true }
    return (firstResponse ?? (isDone ? 0 : ticket.age)) > target.response * 60
  }

  var resolutionBreached: Bool {
    guard let target = Self.targets[priority] else { return true }
    return working > target.resolution * 60
  }

  /// Is a clock that still runs past its target?
  var isOverdue: Bool {
    !isDone && (resolutionBreached || (firstResponse == nil && responseBreached))
  }

  private mutating func play(_ step: DemoStep) {
    count(until: step.offset)
    let byAgent = if case .agent = step.actor { true } else { false }
    switch step.action {
    case .message:
      byAgent ? answer(step.offset) : hear()
    case .resolve(let message):
      if !byAgent { refuse("a customer resolves") }
      if message != nil { answer(step.offset) }
      move(to: "resolved")
    case .close: move(to: "closed")
    case .reopen:
      if !["resolved", "closed"].contains(status) { refuse("reopens \(status)") }
      move(to: "open")
    case .setStatus(let new):
      if ["resolved", "closed"].contains(new) { refuse("sets status \(new)") }
      move(to: new)
    case .setPriority(let new): priority = new
    case .assign(let handle): assignee = handle
    case .rate:
      if byAgent || !isDone { refuse("rates \(status)") }
    case .note, .setCategory, .tag, .watch, .assignTeam:
      if !byAgent { refuse("a customer does an agent's work") }
    case .read:
      if byAgent { unread = false }
    }
  }

  private mutating func answer(_ offset: Int) {
    if status == "closed" { refuse("an answer to a closed ticket") }
    if status == "new" { move(to: "open") }
    if firstResponse == nil { firstResponse = offset }
    unread = false
  }

  private mutating func hear() {
    if status == "closed" { refuse("a message to a closed ticket") }
    if ["pending", "resolved"].contains(status) { move(to: "open") }
    unread = true
  }

  private mutating func move(to new: String) {
    if Self.next[status]?.contains(new) != true { refuse("\(status) to \(new)") }
    status = new
  }

  private mutating func refuse(_ what: String) {
    refusals.append("\(ticket.subject): \(what)")
  }

  private mutating func count(until offset: Int) {
    if ["new", "open", "in_progress"].contains(status) { working += offset - since }
    since = offset
  }
}
