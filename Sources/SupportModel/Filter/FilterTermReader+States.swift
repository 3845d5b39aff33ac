/// `is:`, `has:` and `sort:`.
extension FilterTermReader {
  /// A customer knows nothing of the clocks.
  private var stateNames: [String] {
    let clocks = context.isStaff ? ["overdue", "paused", "breached", "unanswered", "surveyed"] : []
    return ["open", "closed", "active", "waiting", "unread", "unassigned", "internal", "erased"]
      + clocks
  }

  func state(_ item: FilterItem) throws(FilterError) -> Reading {
    let operand = try single(item, of: "is")
    let word = plainName(operand.text)
    let test: FilterTest? =
      switch word {
      // A status that the settings no longer know is active, so these two are put negatively.
      case "open": .fails(inPhases(.done))
      case "active": .fails(inPhases(.done, .waiting))
      case "closed": .holds(inPhases(.done))
      case "waiting": .holds(inPhases(.waiting))
      case "overdue" where context.isStaff: .holds(.state(.overdue))
      case "paused" where context.isStaff: .holds(.state(.paused))
      case "breached" where context.isStaff: .holds(.state(.breached))
      case "unanswered" where context.isStaff: .holds(.state(.unanswered))
      case "surveyed" where context.isStaff: .holds(.state(.surveyed))
      case "unread": .holds(.state(context.isStaff ? .unreadByAgent : .unreadByCustomer))
      case "unassigned": .fails(.present(.assignee))
      case "internal": .fails(.present(.customer))
      case "erased": .holds(.present(.erased))
      default: nil
      }
    guard let test else { throw unknown("state", operand, among: stateNames) }
    return Reading(word, test)
  }

  private func inPhases(_ phases: Phase...) -> FilterFact {
    let statuses = context.settings.lifecycle.statuses.filter { phases.contains($0.phase) }
    return .among(.status, statuses.map { $0.code.lowercased() })
  }

  /// An attachment, a note, or any field.
  func part(_ item: FilterItem) throws(FilterError) -> Reading {
    let operand = try single(item, of: "has")
    if ["note", "notes"].contains(plainName(operand.text)), context.isStaff,
      !context.isAboutCustomers
    {
      return Reading("note", .message(.note, inNotes: true))
    }
    if plainName(operand.text) == "spent", context.isStaff, !context.isAboutCustomers {
      return Reading("spent", .state(.timed))
    }
    guard let field = context.found(operand.text), context.allows(field) else {
      if context.isAboutCustomers {
        throw unknown("part", operand, among: FilterContext.customerFieldNames)
      }
      let fields = FilterField.named.map(\.field).filter(context.allows)
      let notes = context.isStaff ? ["note", "spent"] : []
      throw unknown("part", operand, among: fields.map(\.description) + notes)
    }
    return Reading(FilterText.value(field.description), presence(field))
  }

  func sorts(_ items: [FilterItem]) throws(FilterError) -> [SortTerm] {
    var sorts: [SortTerm] = []
    for item in items {
      let operand = try single(item, of: "sort")
      guard let sort = context.sortTerm(operand.text) else {
        throw unknown("sort key", operand, among: context.sortKeys)
      }
      sorts.append(sort)
    }
    return sorts
  }
}
