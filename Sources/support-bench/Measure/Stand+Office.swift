/// What a large office costs whoever opens a ticket there.
extension Stand {
  var office: [Heat] {
    [
      heat("ticket new, office", bound: 1.2) {
        var plain = new()
        plain.name = "without the office"
        return try inOffice(new(), .runs(plain))
      },
      heat("ticket new, office") { try inOffice(new(), insert) },
      heat("ticket new, given") { try inOffice(given(), insertGiven) },
      heat("ticket new, given") { try inOffice(given(), insert) },
    ]
  }

  /// Opens a ticket that a rule gives to whoever has the fewest.
  func given() -> Trial {
    support("ticket new, given") { run in
      [
        "ticket", "new", "-s", "Voucher", "-m", "It never came.", "--channel", Office.channel,
        "--customer", "bench-\(run % 1000)@example.com",
      ]
    }
  }

  /// Has a command run in the office, which is there for the time of each run.
  func inOffice(_ trial: Trial) throws -> Trial? {
    guard let office = try Office(layout) else { return nil }
    var trial = trial
    trial.begin = office.settle
    trial.prepare = office.moveIn
    trial.tidy = office.moveOut
    return trial
  }

  /// Has the first of two run in the office.
  private func inOffice(_ ours: Trial, _ peer: Peer) throws -> (Trial, Peer)? {
    try inOffice(ours).map { ($0, peer) }
  }
}
