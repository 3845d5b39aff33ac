/// A time during which a zone's clocks are off from UTC by one amount: seconds since 1970, a
/// half-open range.
package struct ZoneStretch: Hashable, Sendable {
  package var from: Int
  package var to: Int
  /// Seconds east of Greenwich.
  package var offset: Int
  /// What the zone calls its time then: `CET`.
  package var name: String

  /// The beginning and the end of all time.
  static let always = -(1 << 60)..<(1 << 60)
}
