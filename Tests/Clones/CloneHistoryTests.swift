import Foundation
import Testing

/// Random histories of clones through the real git: whatever they did and however they met, all end
/// with the same bytes, and nothing that a command acknowledged is lost.
///
/// `LONG=1` lives 300 of them, `SEED=7,9` those.
struct CloneHistoryTests {
  @Test("Clones that worked apart end alike", arguments: Self.seeds)
  func history(_ seed: UInt64) throws {
    let history = try History(seed: seed)
    do {
      try history.run()
    } catch {
      Issue.record("seed \(seed): \(error)\n\n\(history.story.script)")
    }
  }

  /// Seeds of histories that once went wrong.
  private static let kept: [UInt64] = [
    // A stash took documents back, and nobody read them before they were committed, or checked.
    173, 275,
  ]

  private static var seeds: [UInt64] {
    let environment = ProcessInfo.processInfo.environment
    let asked = (environment["SEED"] ?? "").split(separator: ",").compactMap { UInt64($0) }
    if !asked.isEmpty { return asked }
    return Set(kept).union(1...(environment["LONG"] == nil ? 12 : 300)).sorted()
  }
}
