import SupportModel
import SupportStore

extension Desk {
  /// How many tickets a filter finds.
  package func count(_ filter: Filter) throws -> Int {
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    if person.isStaff, let count = try withIndex(snapshot, { try $0.count(query) }) { return count }
    var count = 0
    try visit(query, in: snapshot) { _ in count += 1 }
    return count
  }

  /// How many of the tickets that a filter finds have each value of a field. A ticket with several
  /// values, as of tags, counts for each of them; nil stands for the absence of any. Times are
  /// counted by their UTC day, in order; anything else the most frequent first.
  package func counts(
    _ filter: Filter, by field: FilterField
  ) throws -> [(value: String?, count: Int)] {
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    if person.isStaff,
      let counts = try withIndex(snapshot, { try $0.counts(query, by: field) })
    {
      return FilterField.sorted(counts, by: field)
    }
    var counts: [String?: Int] = [:]
    try visit(query, in: snapshot) { subject in
      let values = subject.groups(by: field)
      for value in values { counts[value, default: 0] += 1 }
      if values.isEmpty { counts[nil, default: 0] += 1 }
    }
    return FilterField.sorted(counts, by: field)
  }
}
