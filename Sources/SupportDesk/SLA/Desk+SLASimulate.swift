import SupportModel
import SupportStore

extension Desk {
  /// The tickets of a report as they were judged, and as the policies of a file would judge them:
  /// there each clock is run anew, also those of tickets whose outcome is recorded.
  ///
  /// `file` names the text in errors. Nothing is written.
  package func slaSimulation(
    _ request: SLAReportRequest, file: String, policies bytes: [UInt8], zones: Zones
  ) throws -> SLASimulation {
    try requireStaff("simulate policies")
    let proposed = SLARules(
      try settings.proposing(file: file, bytes: bytes, zones: zones), at: now)
    var simulation = SLASimulation(request.report(settings.priorities))
    let snapshot = try store.snapshot()
    let customers = Self.customers(in: snapshot)
    try visit(request, in: snapshot) { ticket in
      let clocks = proposed.clocks(of: ticket, customers: customers)
      simulation.add(
        slaCase(of: ticket, in: snapshot), proposed: clocks.map { SLAOutcome($0) })
    }
    return simulation
  }
}
