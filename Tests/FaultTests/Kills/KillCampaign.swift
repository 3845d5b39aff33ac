import Foundation
import Platform
import SupportModel
import Synchronization
import TestPrograms
import Testing

@testable import SupportStore

/// Several people at one desk whose programs are killed at random moments. What each of them does,
/// and when the signal comes, follows from a seed; the system's scheduler does the rest.
final class KillCampaign: Sendable {
  /// What the people remember.
  struct Ledger {
    var promises: [Promise] = []
    /// Tickets that were to be closed together when the command was killed.
    var unsure: [[String]] = []
    var kills = 0
    var complaints: [String] = []
  }

  static let people = 4

  private let seed: UInt64
  private let goal: Int
  private let sandbox: Shared
  /// The ticket that everybody writes to.
  private let common: String
  /// How long a command may live, at the most, in milliseconds.
  private let patience: Int
  private let ledger = Mutex(Ledger())

  /// A sandbox whose folders and environment are only read once it is there.
  private struct Shared: @unchecked Sendable { let value: Sandbox }

  /// Makes a desk, and finds out how long a command takes here and now.
  init(seed: UInt64, kills goal: Int) throws {
    (self.seed, self.goal) = (seed, goal)
    let sandbox = try Sandbox()
    self.sandbox = Shared(value: sandbox)
    func run(_ command: String) throws -> String {
      let ended = try Child(shell: ["-c", sandbox.placed(command)], sandbox.environment)
        .gather(within: .seconds(20))
      #expect(ended.status == 0, "\(command): \(ended.text)")
      return ended.text.split(separator: "\n").last.map(String.init) ?? ""
    }
    _ = try run("support init --as ada")
    let start = ContinuousClock.now
    common = try run("support ticket new -s common -m first")
    for number in 1...4 { _ = try run("support ticket reply \(common) -m warm\(number)") }
    let took = (ContinuousClock.now - start) / 5
    patience = max(4, Int(took / .milliseconds(1)) * 5 / 4 * min(Self.people, 4))
  }

  var layout: DeskLayout { DeskLayout(root: sandbox.value.folder) }

  func run() -> Ledger {
    DispatchQueue.concurrentPerform(iterations: Self.people) { number in
      var person = KilledPerson(number, chance: Chance(seed: seed &+ UInt64(number)), common)
      while ledger.withLock({ $0.kills < goal && $0.complaints.isEmpty }) { work(&person) }
    }
    return ledger.withLock { $0 }
  }

  private func work(_ person: inout KilledPerson) {
    let task = person.next(in: sandbox.value.folder)
    let life = Int.random(in: 1...patience, using: &person.chance)
    let environment = sandbox.value.environment
      .merging(["SUPPORT_SEED": String(person.chance.next())]) { $1 }
    let command = sandbox.value.placed("exec support --as ada \(task.words)")
    do {
      let ended = try Child(shell: ["-c", command], environment)
        .gather(within: .milliseconds(life))
      let outcome = person.settle(task, ended)
      ledger.withLock { ledger in
        ledger.promises += outcome.promises
        ledger.unsure += outcome.unsure
        ledger.complaints += outcome.complaint.map { ["\(task.words): \($0)"] } ?? []
        if ended.way == .timedOut { ledger.kills += 1 }
      }
    } catch {
      ledger.withLock { $0.complaints.append("\(error)") }
    }
  }
}
