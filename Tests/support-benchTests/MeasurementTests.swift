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

  @Test("runs all lines, or those that have one of some words in their names")
  func only() throws {
    guard case .run(let some) = try Arguments.parse(["run", "--only", "list,search"]),
      case .run(let all) = try Arguments.parse(["run"])
    else { return #expect(Bool(false), "not a run") }
    #expect(some.wants("list by subject") && some.wants("search or") && !some.wants("import"))
    #expect(all.wants("import"))
  }

  @Test("takes the words of a command whose memory is to be told as they are")
  func memory() throws {
    let parsed = try Arguments.parse(["memory", "support", "list", "--help"])
    guard case .memory(let command) = parsed else { return #expect(Bool(false), "no command") }
    #expect(command == ["support", "list", "--help"])
    #expect(throws: ArgumentError.self) { try Arguments.parse(["memory"]) }
  }

  @Test(
    "refuses what it does not know",
    arguments: [["rnu"], ["run", "--fast"], ["run", "--only"], ["make-desk"]])
  func mistakes(words: [String]) {
    #expect(throws: ArgumentError.self) { try Arguments.parse(words) }
  }
}
