import SupportModel

/// Where a ticket lies that may be looked at for topics.
struct TopicCandidate {
  let createdAt: Instant
  let id: UInt64
  /// The number of the source of tickets, and of the ticket in it.
  let source: Int32
  let number: Int32

  static func isOlder(_ left: TopicCandidate, _ right: TopicCandidate) -> Bool {
    (left.createdAt, left.id) < (right.createdAt, right.id)
  }
}

/// Which tickets are looked at for topics: those of a period, and of the period before.
struct TopicChoice {
  /// In the order in which they were opened.
  let own: [TopicCandidate]
  /// Nil where there are more than are looked at: then they cannot be compared.
  let before: [TopicCandidate]?
  /// How many tickets the period has.
  let all: Int

  init(of candidates: [TopicCandidate], during period: ClosedPeriod, most: Int) {
    let sorted = candidates.sorted(by: TopicCandidate.isOlder)
    let own = sorted.filter { period.covers($0.createdAt) }
    let before = sorted.filter { period.before.covers($0.createdAt) }
    self.own = own.suffix(most)
    self.before = max(own.count, before.count) > most ? nil : before
    all = own.count
  }
}
