/// When the tickets of a report were created: at or after `since` and before `until`; nil is
/// without bound.
package struct SLAPeriod: Hashable, Sendable {
  package var since: Instant?
  package var until: Instant?

  package init(since: Instant? = nil, until: Instant? = nil) {
    (self.since, self.until) = (since, until)
  }

  package func covers(_ createdAt: Instant) -> Bool {
    (since.map { $0 <= createdAt } ?? true) && (until.map { createdAt < $0 } ?? true)
  }
}
