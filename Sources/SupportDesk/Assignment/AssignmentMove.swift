import SupportModel

/// What a change of a ticket means for those who may be given others.
struct AssignmentMove {
  /// Who had it open before, and who has it open after.
  var from: String?
  var to: String?
  /// Who was given it, open or not.
  var given: String?

  init(to handle: String) { (to, given) = (handle, handle) }

  /// `before` is nil for a ticket that is new.
  init(_ before: Ticket?, _ after: Ticket, _ lifecycle: Lifecycle) {
    func owner(_ ticket: Ticket?) -> String? {
      ticket.flatMap { lifecycle.phase(of: $0.status) == .done ? nil : $0.assignee }
    }
    (from, to) = (owner(before), owner(after))
    if from == to { (from, to) = (nil, nil) }
    given = after.assignee == before?.assignee ? nil : after.assignee
  }

  /// Whether it means nothing, as most changes do.
  var isNone: Bool { from == nil && to == nil && given == nil }
}
