import SupportModel

/// One ticket in the bytes of a leaf, of which nothing is made but what is asked for.
///
///      0  u64  id
///      8  i64  created at
///     16  i64  looks at
///     24  i64  due at
///     32  u32  flags
///     36  u32  x 8: status, priority, assignee, team, category, channel, customer, policy:
///              0 for none, else the place of the text in the leaf, counted from 1
///     68  u32  number of measurements, then for each of them
///           0  u32  which clock, and 16 where it is breached
///           4  u32  elapsed, in seconds of working time
///           8  u32  target
///          12  i64  due at
///          20  i64  met at
///
/// Instants are milliseconds since 1970; `noInstant` stands for none.
struct IndexRow {
  static let noInstant = Int64.max

  /// The texts that a row names by their places in its leaf.
  enum Text: Int {
    case status, priority, assignee, team, category, channel, customer, policy
    static let count = 8
  }

  enum Flag {
    static let isDone: UInt32 = 1
    static let isFrozen: UInt32 = 2
    static let isVolatile: UInt32 = 4
    static let hasClocks: UInt32 = 8
    static let isPaused: UInt32 = 16
    /// Of a measurement, above the number of its clock.
    static let isBreached: UInt32 = 16
  }

  /// By the numbers that stand for them.
  static let clocks: [SLAReportClock] = [
    .firstResponse, .nextResponse, .resolution, .firstResolution,
  ]

  private static let texts = 36
  private static let size = texts + 4 * Text.count + 4
  private static let measurementSize = 28

  private let bytes: UnsafeRawBufferPointer
  private let place: Int
  let measurementCount: Int

  /// Throws where the bytes end too early, or name texts that are not there: `textCount` is how many
  /// there are, with the one at 0 that stands for none.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int, textCount: Int) throws(IndexDamage) {
    (self.bytes, self.place) = (bytes, place)
    guard place + Self.size <= bytes.count else { throw IndexDamage() }
    measurementCount = Int(
      UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place + Self.size - 4, as: UInt32.self)))
    guard end <= bytes.count else { throw IndexDamage() }
    for text in 0..<Text.count where code(text) >= textCount { throw IndexDamage() }
  }

  /// Where the next one begins.
  var end: Int { place + Self.size + measurementCount * Self.measurementSize }

  var id: UInt64 { number(0) }
  var createdAt: Instant { Instant(milliseconds: number(8)) }
  var looksAt: Instant? { instant(16) }
  var dueAt: Instant? { instant(24) }
  private var flags: UInt32 { number(32) }
  var isDone: Bool { flags & Flag.isDone != 0 }
  var isFrozen: Bool { flags & Flag.isFrozen != 0 }
  var isVolatile: Bool { flags & Flag.isVolatile != 0 }
  var hasClocks: Bool { flags & Flag.hasClocks != 0 }
  var isPaused: Bool { flags & Flag.isPaused != 0 }

  func code(_ text: Text) -> Int { code(text.rawValue) }

  /// What a clock showed when the row was written.
  func measurement(_ number: Int) -> (clock: SLAReportClock, SLAMeasurement) {
    let start = Self.size + number * Self.measurementSize
    let kind: UInt32 = self.number(start)
    let measurement = SLAMeasurement(
      dueAt: instant(start + 12), metAt: instant(start + 20),
      isBreached: kind & Flag.isBreached != 0,
      elapsedSeconds: Int(self.number(start + 4) as UInt32),
      targetSeconds: Int(self.number(start + 8) as UInt32))
    return (Self.clocks[Int(kind & 3)], measurement)
  }

  private func code(_ text: Int) -> Int { Int(number(Self.texts + text * 4) as UInt32) }

  private func instant(_ offset: Int) -> Instant? {
    let milliseconds: Int64 = number(offset)
    return milliseconds == Self.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  private func number<Number: FixedWidthInteger>(_ offset: Int) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place + offset, as: Number.self))
  }
}
