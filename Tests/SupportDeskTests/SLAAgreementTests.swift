import Platform
import SupportModel
import Testing

@testable import SupportDesk

/// A manager who doubts a figure goes through its tickets one by one.
@Suite("The report and the explanations")
struct SLAAgreementTests {
  /// What either says of one clock of one ticket.
  private struct Said: Hashable {
    var ticket: String
    var clock: String
    var result: String
    var elapsed: Int
    var target: Int
    var due: String?
  }

  /// What the figures of a report are made of.
  private static func reported(_ report: JSONObject) throws -> [Said: Int] {
    var said: [Said: Int] = [:]
    for row in try #require(report["rows"]?.array) {
      for clock in SLAReportClock.promised {
        let figures = try #require(row[clock.rawValue]?.object)
        for one in figures["clocks"]?.array?.compactMap(\.object) ?? [] {
          let entry = Said(
            ticket: one["id"]?.string ?? "", clock: clock.rawValue,
            result: one["result"]?.string ?? "", elapsed: one["elapsed_seconds"]?.integer ?? -1,
            target: one["target_seconds"]?.integer ?? -1, due: one["due_at"]?.string)
          said[entry, default: 0] += 1
        }
      }
    }
    return said
  }

  /// What the explanation of a ticket comes to: what is on record, or else what its clocks show.
  private static func explained(_ explanation: JSONObject) -> [Said] {
    let ticket = explanation["id"]?.string ?? ""
    if let recorded = explanation["recorded"]?.object {
      let responses = recorded["next_responses"]?.array ?? []
      let clocks =
        [("first_response", recorded["first_response"]), ("resolution", recorded["resolution"])]
        + responses.map { ("next_response", $0) }
      return clocks.compactMap { clock, json in
        json?.object.map { one in
          Said(
            ticket: ticket, clock: clock,
            result: one["breached"] == true ? "breached" : one["met_at"] == nil ? "pending" : "met",
            elapsed: one["elapsed_seconds"]?.integer ?? -2,
            target: one["target_seconds"]?.integer ?? -2, due: one["due_at"]?.string)
        }
      }
    }
    return (explanation["clocks"]?.array ?? []).compactMap(\.object).compactMap { one in
      guard let clock = one["clock"]?.string, clock != "first_resolution" else { return nil }
      let state = one["state"]?.string ?? ""
      return Said(
        ticket: ticket, clock: clock,
        result: ["met", "breached"].contains(state) ? state : "pending",
        elapsed: Int(one["elapsed_seconds"]?.number ?? -2),
        target: one["target_seconds"]?.integer ?? -2, due: one["due_at"]?.string)
    }
  }

  @Test(
    "Every figure is the sum of what the explanations of its tickets say",
    arguments: [11, 12, 14, 16])
  func agree(seed: UInt64) throws {
    let office = try Office(settings: RandomWork.settings)
    var dice = Chance(seed: seed)
    var ids: [String] = []
    for _ in 0..<150 { try RandomWork.step(office, &ids, &dice) }
    let desk = try office.desk("ada")
    var request = SLAReportRequest()
    request.explains = true
    let report = try desk.slaReport(request)
    let expected = try desk.explainSLAs(ids).flatMap { Self.explained($0.json) }
    #expect(try Self.reported(report.json) == Dictionary(expected.map { ($0, 1) }) { $0 + $1 })
    for clock in SLAReportClock.promised {
      let own = expected.filter { $0.clock == clock.rawValue }
      let figures = report.overall[clock]
      #expect(figures.met == own.count { $0.result == "met" })
      #expect(figures.breached == own.count { $0.result == "breached" })
      #expect(figures.pending == own.count { $0.result == "pending" })
      #expect(!own.isEmpty)
    }
  }
}
