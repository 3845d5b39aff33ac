import SupportModel

/// One ticket in the bytes of a leaf, of which nothing is made but what is asked for.
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
  }

  enum Kind: UInt32 {
    case firstResponse, nextResponse, resolution, firstResolution
    static let mask: UInt32 = 3
    static let isBreached: UInt32 = 16
  }

  private static let size = 36 + 4 * Text.count + 4
  private static let measurementSize = 28

  private let bytes: UnsafeRawBufferPointer
  private let place: Int
  let measurementCount: Int

  /// Throws where the bytes end too early, or name texts that are not there.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int, texts: Int) throws(IndexDamage) {
    (self.bytes, self.place) = (bytes, place)
    guard place + Self.size <= bytes.count else { throw IndexDamage() }
    measurementCount = Int(
      UInt32(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place + Self.size - 4, as: UInt32.self)))
    guard end <= bytes.count else { throw IndexDamage() }
    for text in 0..<Text.count where code(text) >= texts { throw IndexDamage() }
  }

  /// Where the next one begins.
  var end: Int { place + Self.size + measurementCount * Self.measurementSize }

  var id: UInt64 { number(0) }
  var createdAt: Instant { Instant(milliseconds: number(8)) }
  private var flags: UInt32 { number(32) }
  var isDone: Bool { flags & Flag.isDone != 0 }
  var isFrozen: Bool { flags & Flag.isFrozen != 0 }
  var isVolatile: Bool { flags & Flag.isVolatile != 0 }

  func code(_ text: Text) -> Int { code(text.rawValue) }

  /// What a clock showed when the row was written.
  func measurement(_ number: Int) -> (kind: Kind, SLAMeasurement) {
    let start = Self.size + number * Self.measurementSize
    let kind: UInt32 = self.number(start)
    let measurement = SLAMeasurement(
      dueAt: instant(start + 12), metAt: instant(start + 20),
      isBreached: kind & Kind.isBreached != 0,
      elapsedSeconds: Int(self.number(start + 4) as UInt32),
      targetSeconds: Int(self.number(start + 8) as UInt32))
    return (Kind(rawValue: kind & Kind.mask) ?? .firstResponse, measurement)
  }

  private func code(_ text: Int) -> Int { Int(number(36 + text * 4) as UInt32) }

  private func instant(_ offset: Int) -> Instant? {
    let milliseconds: Int64 = number(offset)
    return milliseconds == Self.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  private func number<Number: FixedWidthInteger>(_ offset: Int) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place + offset, as: Number.self))
  }
}

extension IndexRow {
  /// The whole ticket.
  func standing(_ texts: [String?]) -> SLAStanding {
    func text(_ text: Text) -> String? { texts[code(text)] }
    var record = SLACase(
      id: TicketID(number: id), createdAt: createdAt, priority: text(.priority) ?? "",
      assignee: text(.assignee), team: text(.team), category: text(.category),
      channel: text(.channel), customer: text(.customer))
    record.outcome = text(.policy).map(outcome)
    return SLAStanding(
      record: record, status: text(.status) ?? "", isDone: isDone, isFrozen: isFrozen,
      isVolatile: isVolatile, hasClocks: flags & Flag.hasClocks != 0, looksAt: instant(16),
      dueAt: instant(24))
  }

  private func outcome(policy: String) -> SLAOutcome {
    var outcome = SLAOutcome(policy: policy)
    for number in 0..<measurementCount {
      let (kind, measurement) = measurement(number)
      switch kind {
      case .firstResponse: outcome.firstResponse = measurement
      case .nextResponse: outcome.nextResponses.append(measurement)
      case .resolution: outcome.resolution = measurement
      case .firstResolution: outcome.firstResolution = measurement
      }
    }
    return outcome
  }
}
