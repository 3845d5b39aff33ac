/// How far a zone's clocks are from UTC at every instant: the changes that its file lists, and after
/// the last of them the rule for every year.
package struct TimeZoneRules: Hashable, Sendable {
  /// When the clocks change, in seconds since 1970, ascending.
  let changes: [Int]
  /// For each change, which of `clocks` holds from then on.
  let kinds: [UInt8]
  /// The kinds of local time; the first holds before all changes.
  let clocks: [ZoneRule.Clock]
  /// Nil where the last change is the last word.
  let rule: ZoneRule?

  package static let utc = TimeZoneRules(
    changes: [], kinds: [], clocks: [ZoneRule.Clock(name: "UTC", offset: 0)], rule: nil)

  /// The stretch that holds an instant, in seconds since 1970.
  package func stretch(at time: Int) -> ZoneStretch {
    let next = firstChange(after: time)
    if next == changes.count, let rule {
      var stretch = rule.stretch(at: time)
      if let last = changes.last { stretch.from = max(stretch.from, last) }
      return stretch
    }
    let clock = clocks[next == 0 ? 0 : Int(kinds[next - 1])]
    return ZoneStretch(
      from: next == 0 ? ZoneStretch.always.lowerBound : changes[next - 1],
      to: next == changes.count ? ZoneStretch.always.upperBound : changes[next],
      offset: clock.offset, name: clock.name)
  }

  /// What a clock on the wall shows at an instant, as if that were UTC.
  package func wallTime(at instant: Instant) -> Instant {
    let second = Int(floorDivision(instant.milliseconds, 1000))
    return instant + TimeSpan(seconds: stretch(at: second).offset)
  }

  /// The place of the first change after an instant.
  private func firstChange(after time: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
