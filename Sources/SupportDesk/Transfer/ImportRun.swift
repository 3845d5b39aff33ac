import SupportModel
import SupportStore

/// A record that is to be imported, as far as its face has read it.
package enum ImportInput: Sendable {
  /// A line of JSON.
  case line([UInt8])
  /// What a row of a table says.
  case record(JSONObject)
  /// What could not be read, with what is left of it.
  case broken(any Error, JSON?)
}

/// A record that is not imported.
package struct RejectedRecord: Sendable {
  /// The line of the input on which it begins, from 1.
  package var line: Int
  package var reason: any Error
  /// Nil where it is too long to be kept.
  package var record: JSON?
}

/// What came of an import, or would.
package struct Imported: Sendable {
  package var tickets = 0
  package var messages = 0
  /// Customers whose records were made.
  package var customers = 0
  /// Records of tickets that are here already.
  package var skipped = 0
  package var rejected = 0
  /// Files that messages name and that are not in this desk.
  package var missingFiles: Set<String> = []
  package var isDryRun = false
  /// What went wrong after tickets were durable: it will be mended by the next command.
  package var warning: SystemError?

  package init() {}
}

/// An import while it goes on. Records are gathered, and go into the desk so many at a time: each
/// batch is one transaction, so that a killed import leaves whole batches.
package struct ImportRun {
  let desk: Desk
  let isDryRun: Bool
  let rules: ImportRules
  /// Told of each record that is not imported, in the order of their lines.
  private let reject: (RejectedRecord) throws -> Void
  /// Told of how many records are done.
  private let progress: (Int) -> Void
  private var waiting: [(line: Int, input: ImportInput)] = []
  private var waitingBytes = 0
  private var reading: Reading?
  private var settling: Background<Void>?
  private var done = 0
  var chance: Chance
  var known = KnownRecords()
  package internal(set) var result = Imported()

  /// As many records, or as many bytes of them, make a batch.
  private static let batch = (records: 2000, bytes: 8 * 1024 * 1024)

  /// The disk is set to work each time that so many records are done, give or take a batch.
  private static let settledAtOnce = 8000

  init(
    _ desk: Desk, isDryRun: Bool, ignoresUnknown: Bool,
    reject: @escaping (RejectedRecord) throws -> Void, progress: @escaping (Int) -> Void
  ) throws {
    (self.desk, self.isDryRun) = (desk, isDryRun)
    (self.reject, self.progress) = (reject, progress)
    chance = desk.chance
    result.isDryRun = isDryRun
    let acting = desk.acting(in: try desk.store.snapshot())
    rules = ImportRules(
      acting, agents: try desk.agents.all().values, teams: try desk.teamFiles.codes(),
      categories: try desk.categoryFiles.paths(), ignoresUnknown: ignoresUnknown)
  }

  /// Takes the next record, which begins on a line.
  package mutating func add(_ input: ImportInput, line: Int) throws {
    waiting.append((line, input))
    if case .line(let bytes) = input { waitingBytes += bytes.count } else { waitingBytes += 4096 }
    if waiting.count >= Self.batch.records || waitingBytes >= Self.batch.bytes { try flush() }
  }

  /// What became of a record when it was read.
  typealias Outcome = Result<ImportCandidate, any Error>

  /// A batch that is being read on other threads.
  private struct Reading {
    var batch: [(line: Int, input: ImportInput)]
    var outcomes: Background<[Outcome]>
  }

  /// Begins to read what is waiting, and writes the batch before it meanwhile.
  private mutating func flush() throws {
    let batch = waiting
    (waiting, waitingBytes) = ([], 0)
    let (inputs, rules, actor) = (batch.map(\.input), rules, desk.person.actor)
    let next = Reading(
      batch: batch, outcomes: Background { try Self.read(inputs, rules, by: actor) })
    let last = reading
    reading = next
    if let last { try finish(last) }
  }

  /// Writes what was added and is not written yet.
  mutating func finish() throws {
    if !waiting.isEmpty { try flush() }
    if let reading { try finish(reading) }
    reading = nil
    try settling?.value()
    settling = nil
  }

  private mutating func finish(_ reading: Reading) throws {
    var outcomes = try reading.outcomes.value()
    try write(&outcomes)
    for (place, outcome) in outcomes.enumerated() {
      guard case .failure(let reason) = outcome else { continue }
      result.rejected += 1
      let (line, input) = reading.batch[place]
      try reject(RejectedRecord(line: line, reason: reason, record: input.record))
    }
    let settled = done / Self.settledAtOnce
    done += reading.batch.count
    progress(done)
    guard !isDryRun, done / Self.settledAtOnce > settled else { return }
    try settling?.value()
    settling = desk.store.settleMeanwhile()
  }

  /// Reads records on all threads.
  private static func read(
    _ inputs: [ImportInput], _ rules: ImportRules, by actor: Actor
  ) throws -> [Outcome] {
    let (count, parts) = (inputs.count, inputs.count < 64 ? 1 : 16)
    let outcomes = try Workers.map(parts) { part in
      inputs[part * count / parts..<(part + 1) * count / parts].map { input in
        Result { ImportCandidate(try ImportedTicket(input.json(), rules), by: actor) }
      }
    }
    return Array(outcomes.joined())
  }
}

extension ImportInput {
  fileprivate func json() throws -> JSON {
    switch self {
    case .line(let bytes): try JSON(importing: bytes)
    case .record(let record): .object(record)
    case .broken(let error, _): throw error
    }
  }

  /// A text longer than this is not worth keeping among the rejected ones.
  private static let longestKept = 65_536

  /// The record for those who look at what was rejected: as it was read, or its text.
  fileprivate var record: JSON? {
    switch self {
    case .line(let bytes):
      (try? JSON(importing: bytes))
        ?? (bytes.count > Self.longestKept ? nil : .string(String(decoding: bytes, as: UTF8.self)))
    case .record(let record): .object(record)
    case .broken(_, let record): record
    }
  }
}
