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
/// Instants are milliseconds since 1970; `IndexRow.noInstant` stands for none.
enum IndexLeaf {
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
    writer.put(standing.looksAt?.milliseconds ?? IndexRow.noInstant)
    writer.put(standing.dueAt?.milliseconds ?? IndexRow.noInstant)
    writer.put(
      (standing.isDone ? IndexRow.Flag.isDone : 0)
        | (standing.isFrozen ? IndexRow.Flag.isFrozen : 0)
        | (standing.isVolatile ? IndexRow.Flag.isVolatile : 0)
        | (standing.hasClocks ? IndexRow.Flag.hasClocks : 0))
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

  private static func measurements(_ outcome: SLAOutcome) -> [(IndexRow.Kind, SLAMeasurement)] {
    [(IndexRow.Kind.firstResponse, outcome.firstResponse)].compactMap { kind, one in
      one.map { (kind, $0) }
    }
      + outcome.nextResponses.map { (.nextResponse, $0) }
      + [
        (IndexRow.Kind.resolution, outcome.resolution), (.firstResolution, outcome.firstResolution),
      ]
      .compactMap { kind, one in one.map { (kind, $0) } }
  }

  private static func put(
    _ measurement: SLAMeasurement, _ kind: IndexRow.Kind, _ writer: inout ByteWriter
  ) {
    writer.put(kind.rawValue | (measurement.isBreached ? IndexRow.Kind.isBreached : 0))
    writer.put(UInt32(clamping: measurement.elapsedSeconds))
    writer.put(UInt32(clamping: measurement.targetSeconds))
    writer.put(measurement.dueAt?.milliseconds ?? IndexRow.noInstant)
    writer.put(measurement.metAt?.milliseconds ?? IndexRow.noInstant)
  }

  // MARK: Reading

  /// Goes through the tickets in the order of their ids.
  static func visit(_ bytes: [UInt8], _ body: (SLAStanding) throws -> Void) throws {
    try visitRows(bytes) { row, texts in try body(row.standing(texts)) }
  }

  /// The same, where little is asked of each ticket. The texts stand at the places that rows name.
  static func visitRows(
    _ bytes: [UInt8], _ body: (IndexRow, _ texts: [String?]) throws -> Void
  ) throws {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var texts: [String?] = [nil]
      for _ in 0..<(try reader.take(UInt32.self)) { texts.append(try reader.takeText()) }
      let count = try reader.take(UInt32.self)
      var place = reader.place
      for _ in 0..<count {
        let row = try IndexRow(bytes, at: place, texts: texts.count)
        try body(row, texts)
        place = row.end
      }
    }
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
