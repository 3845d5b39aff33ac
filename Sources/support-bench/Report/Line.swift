import SupportModel

/// One line of the race as it came out.
struct Line {
  enum Verdict: String {
    case ok
    case missed = "MISSED"
    case skipped
  }

  /// What the numbers of a line are.
  enum Unit: String {
    case milliseconds = "ms"
    case writesPerSecond = "writes_per_second"
    /// Of a million bytes.
    case megabytes = "megabytes"
  }

  var work: String
  /// What ours is called, where that says more.
  var command: String?
  var size: Int?
  var unit = Unit.milliseconds
  /// The median.
  var ours: Double
  var peer: String
  var theirs: Double?
  var ratio: Double?
  var bound: Double
  /// What each of several reads came to where the line tells of the one that holds most.
  var parts: [(read: String, megabytes: Double)] = []

  var verdict: Verdict { ratio.map { $0 <= bound ? .ok : .missed } ?? .skipped }
}

extension Line {
  init(_ benchmark: Benchmark, _ measurement: Measurement) {
    self.init(
      work: benchmark.work, command: benchmark.ours.name, size: benchmark.size,
      ours: (measurement.ours.median ?? 0) / 1_000_000, peer: benchmark.peer.name,
      theirs: measurement.peers.median.map { $0 / 1_000_000 }, ratio: measurement.ratio,
      bound: benchmark.bound)
  }

  var json: String {
    var object = JSONObject([("work", .string(work))])
    object["command"] = command.map(JSON.string)
    object["tickets"] = size.map { .integer(Int64($0)) }
    let key = unit.rawValue
    object[key] = .number(ours)
    object["peer"] = .string(peer)
    object["peer_" + key] = theirs.map(JSON.number)
    object["ratio"] = ratio.map(JSON.number)
    object["bound"] = .number(bound)
    object["verdict"] = .string(verdict.rawValue.lowercased())
    if !parts.isEmpty {
      object["reads"] = .object(JSONObject(parts.map { ($0.read, .number($0.megabytes)) }))
    }
    return JSON.object(object).compact + "\n"
  }
}
