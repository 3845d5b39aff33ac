import Foundation
import Platform
import SupportModel
import TestPrograms

/// Somebody who works at a desk with programs that get killed, and who knows what was acknowledged.
struct KilledPerson {
  /// A command line, and what it promises when it ends well.
  struct Task {
    var words: String
    var promise: (_ output: String) -> Promise? = { _ in nil }
    /// Tickets that it closes together.
    var closing: [String] = []
    /// Whether each line that it prints is JSON.
    var printsJSON = false
  }

  struct Outcome {
    var promises: [Promise] = []
    var unsure: [[String]] = []
    var complaint: String?
  }

  var chance: Chance
  private let name: String
  private let common: String
  private var count = 0
  /// This person's own tickets that are open for sure.
  private var open: [String] = []

  init(_ number: Int, chance: Chance, _ common: String) {
    (name, self.chance, self.common) = ("p\(number)", chance, common)
  }

  /// What to do next, in a desk's folder.
  mutating func next(in folder: String) -> Task {
    count += 1
    let token = "\(name)n\(count)"
    let ticket = open.randomElement(using: &chance) ?? common
    switch Int.random(in: 0..<20, using: &chance) {
    case 0..<6:
      return Task(words: "ticket new -s \(token) -m words --customer \(name)@example.com") {
        output in
        TicketID(output).map { .opened($0.description, subject: token) }
      }
    case 6..<9: return reply(to: common, token)
    case 9..<12: return reply(to: ticket, token)
    case 12..<14:
      let file = "\(folder)/../\(token).txt"
      try? FileSystem.replace(file, with: Array(token.utf8))
      return Task(words: "ticket note \(common) -m \(token) --attach '\(file)'") { [common] _ in
        .said(common, body: token, file: token)
      }
    case 14 where open.count > 2:
      let pair = Array(open.shuffled(using: &chance).prefix(2))
      open.removeAll(where: pair.contains)
      return Task(
        words: "ticket close \(pair.joined(separator: " "))", promise: { _ in .closed(pair) },
        closing: pair)
    case 14..<16:
      return Task(words: "kb new \(token) -t \(token) -m text --publish") { _ in
        .published(slug: token, title: token)
      }
    case 16: return Task(words: "fsck")
    case 17: return Task(words: "ticket list --json", printsJSON: true)
    default: return Task(words: "ticket show \(ticket) --json=id,status,head", printsJSON: true)
    }
  }

  private func reply(to ticket: String, _ token: String) -> Task {
    Task(words: "ticket reply \(ticket) -m \(token)") { _ in
      .said(ticket, body: token, file: nil)
    }
  }

  /// Takes note of how a command ended.
  mutating func settle(_ task: Task, _ ended: Ended) -> Outcome {
    guard ended.way != .timedOut else {
      return Outcome(unsure: task.closing.isEmpty ? [] : [task.closing])
    }
    guard ended.status == 0 else {
      return Outcome(complaint: "\(ended.way): \(ended.text)")
    }
    let last = ended.text.split(separator: "\n").last.map(String.init) ?? ""
    if task.printsJSON, let complaint = notJSON(ended.text) { return Outcome(complaint: complaint) }
    guard let promise = task.promise(last) else { return Outcome() }
    if case .opened(let id, _) = promise { open.append(id) }
    return Outcome(promises: [promise])
  }

  private func notJSON(_ text: String) -> String? {
    if (try? JSONParser.parse(text)) != nil { return nil }
    let lines = text.split(separator: "\n").filter { (try? JSONParser.parse(String($0))) == nil }
    return lines.first.map { "this is no JSON: \($0)" }
  }
}
