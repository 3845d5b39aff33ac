import Testing

@testable import support_bench

@Suite("A measurement") struct MeasurementTests {
  @Test("takes the middle of an odd number of times")
  func oddMedian() {
    #expect([5.0, 1, 9].median == 5)
  }

  @Test("takes the mean of the two in the middle of an even number")
  func evenMedian() {
    #expect([4.0, 1, 9, 2].median == 3)
    #expect([Double]().median == nil)
  }

  @Test("compares run by run, so that a slow moment of the machine falls out")
  func pairedRatio() {
    let measurement = Measurement(ours: [10, 100, 12, 11, 10], peers: [20, 200, 24, 22, 5])
    #expect(measurement.ratio == 0.5)
  }

  @Test("has no ratio without a peer")
  func noPeer() {
    #expect(Measurement(ours: [1, 2], peers: []).ratio == nil)
  }

  @Test("is told with as many decimals as asked for")
  func rounding() {
    #expect(decimals(0.5, 2) == "0.50")
    #expect(decimals(12.3456, 3) == "12.346")
    #expect(decimals(0, 1) == "0.0")
  }
}

@Suite("The command line of the bench") struct ArgumentsTests {
  @Test("reads the sizes of a race")
  func sizes() throws {
    guard case .run(let options) = try Arguments.parse(["run", "--tickets", "10,20", "--json"])
    else { return #expect(Bool(false), "not a run") }
    #expect(options.sizes == [10, 20])
    #expect(options.json)
  }

  @Test("refuses what it does not know", arguments: [["rnu"], ["run", "--fast"], ["make-desk"]])
  func mistakes(words: [String]) {
    #expect(throws: ArgumentError.self) { try Arguments.parse(words) }
  }
}
