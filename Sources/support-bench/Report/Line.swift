import SupportModel

/// One line of the race as it came out.
struct Line {
  enum Verdict: String {
    case ok
    case missed = "MISSED"
    case skipped
  }

  /// What the numbers of a line are.
  enum Unit {
    case milliseconds
    case writesPerSecond
  }

  var work: String
  var size: Int?
  var unit = Unit.milliseconds
  /// The median.
  var ours: Double
  var peer: String
  var theirs: Double?
  var ratio: Double?
  var bound: Double

  var verdict: Verdict { ratio.map { $0 <= bound ? .ok : .missed } ?? .skipped }
}

extension Line {
  init(_ benchmark: Benchmark, _ measurement: Measurement) {
    self.init(
      work: benchmark.work, size: benchmark.size,
      ours: (measurement.ours.median ?? 0) / 1_000_000, peer: benchmark.peer.name,
      theirs: measurement.peers.median.map { $0 / 1_000_000 }, ratio: measurement.ratio,
      bound: benchmark.bound)
  }

  var json: String {
    var object = JSONObject([("work", .string(work))])
    object["tickets"] = size.map { .integer(Int64($0)) }
    let key = unit == .milliseconds ? "ms" : "writes_per_second"
    object[key] = .number(ours)
    object["peer"] = .string(peer)
    object["peer_" + key] = theirs.map(JSON.number)
    object["ratio"] = ratio.map(JSON.number)
    object["bound"] = .number(bound)
    object["verdict"] = .string(verdict.rawValue.lowercased())
    return JSON.object(object).compact + "\n"
  }
}
