/// A period with both ends, at or after `since` and before `until`, so that one of the same length
/// comes before it.
package struct ClosedPeriod: Hashable, Sendable {
  package let since: Instant
  package let until: Instant

  package init(since: Instant, until: Instant) { (self.since, self.until) = (since, until) }

  package func covers(_ instant: Instant) -> Bool { since <= instant && instant < until }

  /// The one of the same length that ends where this one begins.
  package var before: ClosedPeriod { ClosedPeriod(since: since - (until - since), until: since) }

  /// Both together.
  package var withBefore: SLAPeriod { SLAPeriod(since: before.since, until: until) }
}
