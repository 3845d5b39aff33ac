extension FilterSubject {
  /// The values of a field that a ticket is counted for: each as it is written, times by their UTC
  /// day; none where the field is absent.
  package func groups(by field: FilterField) -> Set<String> {
    if field == .messageAt { return Set(ticket.messages.compactMap { $0.at?.date.description }) }
    guard field.isTime else { return Set(spellings(field)) }
    return Set([time(field)?.date.description].compactMap(\.self))
  }
}

extension FilterField {
  /// Counts of values in the order that they are shown in: days as they follow each other, anything
  /// else the most frequent first, what has no value last of its like.
  package static func sorted(
    _ counts: [String?: Int], by field: FilterField
  ) -> [(value: String?, count: Int)] {
    counts.map { (value: $0.key, count: $0.value) }.sorted { left, right in
      if !field.isTime, left.count != right.count { return left.count > right.count }
      guard let one = left.value, let other = right.value else { return left.value != nil }
      return one < other
    }
  }
}
