import SupportModel

/// Some thousand tickets whose ids follow one another, in one file of the index.
///
///     u32 number of texts, the texts
///     u32 number of tickets, then for each of them
///       u64 id   i64 created at   i64 looks at   i64 due at   u32 flags
///       u32 x 8  status, priority, assignee, team, category, channel, customer, policy:
///                0 for none, else the place of the text and 1
///       u32      number of measurements, then for each of them
///         u32 kind and flags   u32 elapsed and u32 target in seconds   i64 due at   i64 met at
///
/// Instants are milliseconds since 1970; `noInstant` stands for none.
enum IndexLeaf {
  static let noInstant = Int64.max

  private enum Flag {
    static let isDone: UInt32 = 1
    static let isFrozen: UInt32 = 2
    static let isVolatile: UInt32 = 4
    static let hasClocks: UInt32 = 8
  }

  private enum Kind: UInt32 {
    case firstResponse, nextResponse, resolution, firstResolution
    static let mask: UInt32 = 15
    static let isBreached: UInt32 = 16
  }

  // MARK: Writing

  static func encode(_ standings: some Collection<SLAStanding>) -> [UInt8] {
    var texts = TextTable()
    var rows = ByteWriter()
    rows.put(UInt32(standings.count))
    for standing in standings { put(standing, &rows, &texts) }
    var writer = ByteWriter()
    writer.put(UInt32(texts.all.count))
    for text in texts.all { writer.put(text) }
    return writer.bytes + rows.bytes
  }

  private static func put(
    _ standing: SLAStanding, _ writer: inout ByteWriter, _ texts: inout TextTable
  ) {
    let record = standing.record
    writer.put(record.id.number)
    writer.put(record.createdAt.milliseconds)
    writer.put(standing.looksAt?.milliseconds ?? noInstant)
    writer.put(standing.dueAt?.milliseconds ?? noInstant)
    writer.put(
      (standing.isDone ? Flag.isDone : 0) | (standing.isFrozen ? Flag.isFrozen : 0)
        | (standing.isVolatile ? Flag.isVolatile : 0) | (standing.hasClocks ? Flag.hasClocks : 0))
    for text in [
      standing.status, record.priority, record.assignee, record.team, record.category,
      record.channel, record.customer, record.outcome?.policy,
    ] {
      writer.put(texts.code(of: text))
    }
    let measurements = record.outcome.map(Self.measurements) ?? []
    writer.put(UInt32(measurements.count))
    for (kind, measurement) in measurements { put(measurement, kind, &writer) }
  }

  private static func measurements(_ outcome: SLAOutcome) -> [(Kind, SLAMeasurement)] {
    [(Kind.firstResponse, outcome.firstResponse)].compactMap { kind, one in one.map { (kind, $0) } }
      + outcome.nextResponses.map { (.nextResponse, $0) }
      + [(Kind.resolution, outcome.resolution), (.firstResolution, outcome.firstResolution)]
      .compactMap { kind, one in one.map { (kind, $0) } }
  }

  private static func put(
    _ measurement: SLAMeasurement, _ kind: Kind, _ writer: inout ByteWriter
  ) {
    writer.put(kind.rawValue | (measurement.isBreached ? Kind.isBreached : 0))
    writer.put(UInt32(clamping: measurement.elapsedSeconds))
    writer.put(UInt32(clamping: measurement.targetSeconds))
    writer.put(measurement.dueAt?.milliseconds ?? noInstant)
    writer.put(measurement.metAt?.milliseconds ?? noInstant)
  }

  // MARK: Reading

  /// Goes through the tickets in the order of their ids.
  static func visit(_ bytes: [UInt8], _ body: (SLAStanding) throws -> Void) throws {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var texts: [String?] = [nil]
      for _ in 0..<(try reader.take(UInt32.self)) { texts.append(try reader.takeText()) }
      for _ in 0..<(try reader.take(UInt32.self)) { try body(standing(&reader, texts)) }
    }
  }

  private static func standing(
    _ reader: inout ByteReader, _ texts: [String?]
  ) throws(IndexDamage) -> SLAStanding {
    let id = TicketID(number: try reader.take())
    let createdAt = Instant(milliseconds: try reader.take())
    let (looksAt, dueAt) = (try instant(&reader), try instant(&reader))
    let flags = try reader.take(UInt32.self)
    func text() throws(IndexDamage) -> String? {
      let code = Int(try reader.take(UInt32.self))
      guard code < texts.count else { throw IndexDamage() }
      return texts[code]
    }
    let status = try text() ?? ""
    var record = SLACase(
      id: id, createdAt: createdAt, priority: try text() ?? "", assignee: try text(),
      team: try text(), category: try text(), channel: try text(), customer: try text())
    record.outcome = try outcome(policy: try text(), &reader)
    return SLAStanding(
      record: record, status: status, isDone: flags & Flag.isDone != 0,
      isFrozen: flags & Flag.isFrozen != 0, isVolatile: flags & Flag.isVolatile != 0,
      hasClocks: flags & Flag.hasClocks != 0, looksAt: looksAt, dueAt: dueAt)
  }

  private static func outcome(
    policy: String?, _ reader: inout ByteReader
  ) throws(IndexDamage) -> SLAOutcome? {
    let count = try reader.take(UInt32.self)
    guard let policy else { return nil }
    var outcome = SLAOutcome(policy: policy)
    for _ in 0..<count {
      let kind = try reader.take(UInt32.self)
      let (elapsed, target) = (Int(try reader.take(UInt32.self)), Int(try reader.take(UInt32.self)))
      let measurement = SLAMeasurement(
        dueAt: try instant(&reader), metAt: try instant(&reader),
        isBreached: kind & Kind.isBreached != 0, elapsedSeconds: elapsed, targetSeconds: target)
      switch Kind(rawValue: kind & Kind.mask) {
      case .firstResponse: outcome.firstResponse = measurement
      case .nextResponse: outcome.nextResponses.append(measurement)
      case .resolution: outcome.resolution = measurement
      case .firstResolution: outcome.firstResolution = measurement
      case nil: throw IndexDamage()
      }
    }
    return outcome
  }

  private static func instant(_ reader: inout ByteReader) throws(IndexDamage) -> Instant? {
    let milliseconds = try reader.take(Int64.self)
    return milliseconds == noInstant ? nil : Instant(milliseconds: milliseconds)
  }
}

/// The texts of a leaf, each once.
private struct TextTable {
  private(set) var all: [String] = []
  private var codes: [String: UInt32] = [:]

  mutating func code(of text: String?) -> UInt32 {
    guard let text else { return 0 }
    if let code = codes[text] { return code }
    all.append(text)
    codes[text] = UInt32(all.count)
    return UInt32(all.count)
  }
}
