import Foundation
import TestPrograms

/// A random life of one desk in several clones: they work, go wrong, exchange what they did by the
/// means that people use, and must all end with the same bytes.
final class History {
  let sandbox: Sandbox
  var dice: Dice
  var clones: [Clone] = []
  var ledger = Ledger()
  var story: Story
  /// How many commands there were: the clocks go on with each.
  private var tick = 0
  private var names = 0

  init(seed: UInt64) throws {
    sandbox = try Sandbox()
    dice = Dice(seed: seed)
    story = Story(seed: seed)
  }

  /// Lives the whole history. What it throws is something that must not happen.
  func run() throws {
    try begin()
    for _ in 0..<(1 + dice.roll(4)) { try join() }
    for _ in 0..<(12 + dice.roll(16)) {
      let clone = dice.pick(clones)
      switch dice.roll(10) {
      case 0...4: try work(in: clone, times: 1 + dice.roll(4))
      case 5: try look(at: clone)
      default: try exchange(clone)
      }
    }
    try settle()
    try judge()
  }

  // MARK: The beginning

  /// A desk with a little in it, in the clone `a` and in a common repository.
  func begin() throws {
    try git("config --global user.name Ada && git config --global user.email ada@example.com")
    try git("config --global init.defaultBranch main && git config --global pull.rebase false")
    try git(
      "config --global protocol.file.allow always && git config --global advice.detachedHead false")
    try git("init -q --bare origin.git")
    let first = Clone(name: "a", yearsOff: 0)
    try git("init -q a")
    try run("support init --as ada --name Desk", in: first)
    for agent in ["ben", "cleo"] { try change("support --as ada agent add \(agent)", in: first) }
    for _ in 0..<3 { try work(in: first, times: 1) }
    try run("git remote add origin ../origin.git && git add -A && git commit -qm begin", in: first)
    try run("git push -qu origin main", in: first)
    clones = [first]
  }

  /// One more clone of the common repository.
  func join() throws {
    let years = dice.pick([-24, -7, -1, 0, 0, 1, 3, 15, 60])
    let clone = try join(by: dice.once(in: 5) ? "clone --depth 1" : "clone", yearsOff: years)
    if dice.once(in: 3) { try run("support git setup", in: clone) }
  }

  @discardableResult
  func join(by command: String, yearsOff: Int = 0) throws -> Clone {
    let clone = Clone(name: freshName(), yearsOff: yearsOff)
    try git("\(command) -q \"file://$PWD/origin.git\" \(clone.name)")
    clones.append(clone)
    return clone
  }

  func freshName() -> String {
    names += 1
    return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(names % 26))) + (names < 26 ? "" : "2")
  }

  // MARK: Commands

  func folder(_ clone: Clone) -> DeskFolder { DeskFolder(path: "\(sandbox.folder)/\(clone.name)") }

  /// Runs git beside the clones.
  func git(_ command: String) throws {
    try run("git " + command, in: Clone(name: ".", yearsOff: 0))
  }

  /// Runs a command line in a clone, by the clone's clock. Returns what it printed, on both streams.
  ///
  /// Whatever it is, it may print no conflict marker, unless it is git telling of a conflict.
  @discardableResult
  func run(
    _ command: String, in clone: Clone, allowing: Set<Int32> = [0]
  ) throws -> (text: String, status: Int32) {
    tick += 1
    let days = Double(clone.yearsOff) * 365.25 + Double(tick) / 100
    let now = Clock.text(try Clock.date(Clock.start, at: "start") + days * 86400)
    let line = Story.line(command, in: clone.name, at: now, seed: tick)
    let ended = try Child(
      shell: ["-c", sandbox.placed("mkdir -p home\n" + Story.preamble + line)], sandbox.environment
    ).gather(within: .seconds(60))
    story.add(line, status: ended.status)
    guard let status = ended.status, allowing.contains(status) else {
      throw Complaint("\(ended.way) from: \(line)\n\(ended.text)")
    }
    if command.contains("support "), hasMarker(ended.text) {
      throw Complaint("conflict markers from: \(line)\n\(ended.text)")
    }
    return (ended.text, status)
  }

  /// What a command answers that is no step of the history.
  func ask(_ command: String, in clone: Clone) throws -> (text: String, status: Int32) {
    let place = "mkdir -p home\n\(Story.preamble)cd \(clone.name)\n"
    let ended = try Child(
      shell: ["-c", sandbox.placed(place + command)], sandbox.environment
    ).gather(within: .seconds(60))
    guard let status = ended.status else { throw Complaint("\(ended.way) from: \(command)") }
    return (ended.text, status)
  }

  private func hasMarker(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.contains($0) }
    }
  }

  /// Runs a changing command; what it acknowledged has to last.
  @discardableResult
  func change(_ command: String, in clone: Clone) throws -> String {
    let (text, status) = try run(command, in: clone, allowing: [0, 3, 4, 5])
    if status == 0 { ledger.acknowledge(events(in: clone)) }
    return text
  }

  func events(in clone: Clone) -> [LoggedEvent] {
    folder(clone).logLines().compactMap { LoggedEvent($0) }
  }
}
