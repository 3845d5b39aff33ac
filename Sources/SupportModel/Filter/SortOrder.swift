/// What tickets can be sorted by; the raw value is the word after `sort:`.
package enum SortKey: String, Hashable, Sendable, CaseIterable {
  case created, updated
  case lastMessage = "last_message"
  case priority, due, status, subject, id
}

/// One sort key and its direction, `-` for downwards: `-created` has the newest first, `-priority`
/// the most pressing.
package struct SortTerm: Hashable, Sendable, CustomStringConvertible {
  package var key: SortKey
  package var isDescending: Bool

  package init(_ key: SortKey, isDescending: Bool = false) {
    (self.key, self.isDescending) = (key, isDescending)
  }

  /// Reads a key by any of its field's names, with its sign.
  package init?(_ word: String) {
    let isDescending = word.hasPrefix("-")
    guard let field = FilterField(String(isDescending ? word.dropFirst() : word[...])),
      let key = SortKey(rawValue: field.description)
    else { return nil }
    self.init(key, isDescending: isDescending)
  }

  package var reversed: SortTerm { SortTerm(key, isDescending: !isDescending) }

  /// The term of a filter that asks for it.
  package var description: String { "sort:\(isDescending ? "-" : "")\(key.rawValue)" }
}

/// A total order of tickets: by each key in turn, then by id in the direction of the last key.
/// A ticket without the value comes last in either direction.
package struct SortOrder: Hashable, Sendable {
  package let terms: [SortTerm]

  package init(_ terms: [SortTerm]) { self.terms = terms }

  /// The newest activity first.
  package static let standard = SortOrder([SortTerm(.lastMessage, isDescending: true)])

  /// Every key the other way round. What lacks a value stays last.
  package var reversed: SortOrder { SortOrder(terms.map(\.reversed)) }

  /// The values of a ticket by which it is sorted.
  package func row(_ subject: FilterSubject, _ settings: DeskSettings) -> SortRow {
    SortRow(
      values: terms.map { $0.key.value(of: subject, settings) }, id: subject.ticket.id)
  }

  /// Whether the left row comes before the right one.
  package func precedes(_ left: SortRow, _ right: SortRow) -> Bool {
    // Not with zip: lists compare many rows, and this is most of what they do.
    for place in 0..<min(terms.count, left.values.count, right.values.count) {
      let (one, other) = (left.values[place], right.values[place])
      if one == other { continue }
      if one == .none || other == .none { return other == .none }
      return one.isLess(than: other) != terms[place].isDescending
    }
    guard left.id != right.id else { return false }
    return (left.id < right.id) != (terms.last?.isDescending ?? false)
  }
}

/// A ticket reduced to what sorting looks at; its values stand in the order of the sort keys.
package struct SortRow: Hashable, Sendable {
  package var values: [SortValue]
  package var id: TicketID

  package init(values: [SortValue], id: TicketID) { (self.values, self.id) = (values, id) }
}

package enum SortValue: Hashable, Sendable {
  /// Milliseconds, or a rank.
  case number(Int64)
  case text(String)
  case none

  fileprivate func isLess(than other: SortValue) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.number, .text): true
    case (.text, .number), (.none, _), (_, .none): false
    }
  }
}

extension SortKey {
  /// What the code of a priority or status comes to: priorities go by rank, statuses by their place in the
  /// lifecycle, with unknown ones at the end. Nil for other keys.
  package func rank(of code: String, _ settings: DeskSettings) -> Int64? {
    switch self {
    case .priority: return Int64(settings.priorities.rank(of: code))
    case .status:
      let codes = settings.lifecycle.codes
      return Int64(codes.firstIndex(of: code) ?? codes.count)
    case .created, .updated, .lastMessage, .due, .subject, .id: return nil
    }
  }

  /// Subjects go without regard to case.
  fileprivate func value(of subject: FilterSubject, _ settings: DeskSettings) -> SortValue {
    let ticket = subject.ticket
    switch self {
    case .created: return .number(ticket.createdAt.milliseconds)
    case .updated: return .number(ticket.updatedAt.milliseconds)
    case .lastMessage: return time(ticket.lastMessageAt)
    case .due: return time(subject.clocks().dueAt)
    case .priority, .status:
      let code = self == .priority ? ticket.priority : ticket.status
      return rank(of: code, settings).map { .number($0) } ?? .none
    case .subject: return .text(ticket.subject.lowercased())
    case .id: return .text(ticket.id.description)
    }
  }

  private func time(_ instant: Instant?) -> SortValue {
    instant.map { .number($0.milliseconds) } ?? .none
  }
}
