import Foundation
import SupportModel
import Testing

@testable import SupportStore

/// Real programs, killed by SIGKILL at random moments.
struct KillTests {
  private static let variables = ProcessInfo.processInfo.environment
  private static let isLong = !["", "0"].contains(variables["LONG"] ?? "")
  /// `SEED=N` runs a campaign again that failed.
  private static let seed = variables["SEED"].flatMap { UInt64($0) } ?? .random(in: 0..<1_000_000)

  @Test("What a program acknowledged is there, whoever was killed before or after")
  func campaign() throws {
    let campaign = try KillCampaign(seed: Self.seed, kills: Self.isLong ? 2_000 : 60)
    let ledger = campaign.run()
    let place = "SEED=\(Self.seed), \(ledger.promises.count) promises, \(ledger.kills) kills"
    #expect(ledger.complaints.isEmpty, "\(place): \(ledger.complaints)")

    let store = try DeskStore(campaign.layout)
    let snapshot = try store.snapshot()
    let broken = try ledger.promises.compactMap { try $0.broken(in: store, snapshot) }
    #expect(broken.isEmpty, "\(place)")
    for pair in ledger.unsure {
      let states = try Set(pair.map { try snapshot.ticket(named: $0)?.status == "closed" })
      #expect(states.count == 1, "\(place): \(pair) were to be closed together")
    }
    let findings = try store.fsck(repair: false).findings
    let bad = findings.filter { ![.fileLeftover, .attachmentOrphan].contains($0.code) }
    #expect(bad.isEmpty, "\(place)")
    #expect(ledger.promises.count > ledger.kills / 20, "\(place): hardly anything was done")
  }
}
