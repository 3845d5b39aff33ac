import Synchronization

/// The time zones that calendars may name. Where their files are is not the model's business: it is
/// given a way to get a zone's bytes, and asks for each zone once, when it is first named.
package final class Zones: Sendable {
  private let bytes: @Sendable (String) throws -> [UInt8]?
  private let known = Mutex<[String: Known]>([:])

  private struct Known {
    var rules: TimeZoneRules
    var check: UInt32
  }

  /// `bytes` gives the TZif file of a zone; nil where there is no such zone.
  package init(_ bytes: @escaping @Sendable (String) throws -> [UInt8]?) { self.bytes = bytes }

  /// Knows UTC only, as every other one does without asking.
  package static let none = Zones { _ in nil }

  /// The rules of a zone; nil where there is none of that name. What the bytes' source throws goes
  /// through, and `ZoneError` where they make no sense.
  package func rules(of name: String) throws -> TimeZoneRules? {
    if name == "UTC" || name == "Etc/UTC" { return .utc }
    if let rules = known.withLock({ $0[name]?.rules }) { return rules }
    guard let bytes = try bytes(name) else { return nil }
    let rules = try TimeZoneRules(tzif: bytes)
    let check = CRC32C.checksum(bytes)
    known.withLock { $0[name] = Known(rules: rules, check: check) }
    return rules
  }

  /// A checksum over the files of the zones that were asked for so far.
  package var check: UInt32 {
    let known = known.withLock { $0.isEmpty ? [] : $0.sorted { $0.key < $1.key } }
    // Most desks have no calendars, and every command asks.
    if known.isEmpty { return CRC32C.checksum([]) }
    return CRC32C.checksum(known.map { "\($0.key) \($0.value.check)\n" }.joined().utf8)
  }
}
