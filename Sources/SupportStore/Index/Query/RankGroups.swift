import SupportModel
import TextSearch

/// The tickets of a segment by the rank of their status or priority. Of the table that has them only the
/// values are looked at; which tickets have one is read when its turn comes.
struct RankGroups {
  /// Tickets of one rank.
  struct Group {
    let rank: Int64
    /// Where their values stand in the table.
    fileprivate(set) var places: [Int] = []
    /// Whether those are among them that have no value.
    fileprivate(set) var hasOthers = false
  }

  private let table: ValueTable?
  private let count: Int
  /// In the order of the term.
  let groups: [Group]

  /// Nil where a term goes by something else.
  init?(_ columns: TicketColumns, _ term: SortTerm, _ settings: DeskSettings) throws {
    let field: FilterField
    switch term.key {
    case .status: field = .status
    case .priority: field = .priority
    case .created, .updated, .lastMessage, .due, .subject, .id: return nil
    }
    (table, count) = (try columns.table(field), columns.count)
    var groups: [Group] = []
    func add(_ value: String, _ body: (inout Group) -> Void) {
      guard let rank = term.key.rank(of: value, settings) else { return }
      let known = groups.firstIndex { $0.rank == rank }
      if known == nil { groups.append(Group(rank: rank)) }
      body(&groups[known ?? groups.count - 1])
    }
    for place in 0..<(table?.count ?? 0) {
      if let value = try table?.spelling(place) { add(value) { $0.places.append(place) } }
    }
    add("") { $0.hasOthers = true }
    self.groups = groups.sorted { ($0.rank < $1.rank) != term.isDescending }
  }

  /// Those of some tickets that are in a group.
  func tickets(_ group: Group, among tickets: DocumentSet) throws -> DocumentSet {
    var found = DocumentSet(capacity: count)
    for place in group.places { try table?.addTickets(place, to: &found) }
    if group.hasOthers {
      var known = DocumentSet(capacity: count)
      for place in 0..<(table?.count ?? 0) { try table?.addTickets(place, to: &known) }
      known.invert()
      found.formUnion(known)
    }
    found.formIntersection(tickets)
    return found
  }
}
