import Platform
import SupportModel

extension Stand {
  /// The most memory that any read holds, against what it may hold.
  var memory: Heat {
    Heat("memory") { _ in
      let peaks = try reads.map { (read: $0.name, megabytes: try peak($0.words)) }
      guard let most = peaks.max(by: { $0.megabytes < $1.megabytes }) else { return [] }
      return [
        Line(
          work: "memory", size: size, unit: .megabytes, ours: most.megabytes,
          peer: "the limit (\(most.read))", theirs: Self.allowed,
          ratio: most.megabytes / Self.allowed,
          bound: 1, parts: peaks)
      ]
    }
  }

  /// In megabytes of a million bytes.
  private static let allowed = 150.0

  private var reads: [(name: String, words: [String])] {
    var reads = [
      ("list", ["ticket", "list", "-n", "50"]), ("list -a", ["ticket", "list", "-a"]),
      ("list by subject", ["ticket", "list", "-a", "--sort", "subject"]),
      ("list --count-by", ["ticket", "list", "-a", "--count-by", "status"]),
      ("count by customer", ["ticket", "list", "-a", "--count-by", "customer"]),
      ("sla report", ["sla", "report", "--since", "-365d"]),
    ]
    if let words { reads.append(("search or", ["ticket", "search", Self.either(words)])) }
    if let id = shown.last?.description {
      reads += [("ticket show", ["ticket", "show", id]), ("log", ["log", id])]
    }
    return reads
  }

  /// Asked of a small process between: a new one counts as its own what its parent holds.
  private func peak(_ words: [String]) throws -> Double {
    let command = [equipment.support, "-C", desk] + words
    _ = try ChildProcess.cost(of: command[0], Array(command.dropFirst()))
    let answer = try ChildProcess.talk(equipment.bench, ["memory"] + command)
    let text = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").first
    guard answer.status == 0, let bytes = text.flatMap({ Double($0) }) else {
      throw TrialFailure(command: command.joined(separator: " "), status: answer.status)
    }
    return bytes / 1_000_000
  }
}
