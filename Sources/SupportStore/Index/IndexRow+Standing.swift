import SupportModel

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
      isVolatile: isVolatile, hasClocks: hasClocks, isPaused: isPaused, looksAt: looksAt,
      dueAt: dueAt)
  }

  private func outcome(policy: String) -> SLAOutcome {
    var outcome = SLAOutcome(policy: policy)
    for number in 0..<measurementCount {
      let (clock, measurement) = measurement(number)
      switch clock {
      case .firstResponse: outcome.firstResponse = measurement
      case .nextResponse: outcome.nextResponses.append(measurement)
      case .resolution: outcome.resolution = measurement
      case .firstResolution: outcome.firstResolution = measurement
      }
    }
    return outcome
  }

  /// Writes a ticket; `texts` learns the texts that its row names.
  static func put(
    _ standing: SLAStanding, _ writer: inout ByteWriter, _ texts: inout TextTable
  ) {
    let record = standing.record
    writer.put(record.id.number)
    writer.put(record.createdAt.milliseconds)
    put(standing.looksAt, &writer)
    put(standing.dueAt, &writer)
    writer.put(
      (standing.isDone ? Flag.isDone : 0) | (standing.isFrozen ? Flag.isFrozen : 0)
        | (standing.isVolatile ? Flag.isVolatile : 0)
        | (standing.hasClocks ? Flag.hasClocks : 0) | (standing.isPaused ? Flag.isPaused : 0))
    for text in [
      standing.status, record.priority, record.assignee, record.team, record.category,
      record.channel, record.customer, record.outcome?.policy,
    ] {
      writer.put(texts.code(of: text))
    }
    let outcome = record.outcome
    let measurements = clocks.indices.flatMap { number in
      (outcome?.measurements(clocks[number]) ?? []).map { (UInt32(number), $0) }
    }
    writer.put(UInt32(measurements.count))
    for (number, measurement) in measurements { put(measurement, number, &writer) }
  }

  private static func put(
    _ measurement: SLAMeasurement, _ clock: UInt32, _ writer: inout ByteWriter
  ) {
    writer.put(clock | (measurement.isBreached ? Flag.isBreached : 0))
    writer.put(UInt32(clamping: measurement.elapsedSeconds))
    writer.put(UInt32(clamping: measurement.targetSeconds))
    put(measurement.dueAt, &writer)
    put(measurement.metAt, &writer)
  }

  private static func put(_ instant: Instant?, _ writer: inout ByteWriter) {
    writer.put(instant?.milliseconds ?? noInstant)
  }
}
