import Testing

@testable import support_bench

@Suite("The tables of a race") struct ReportTests {
  private func line(_ work: String, _ size: Int?, _ ours: Double, peer: String = "git") -> Line {
    Line(work: work, size: size, ours: ours, peer: peer, theirs: 2, ratio: ours / 2, bound: 1)
  }

  @Test("say whether a bound was kept")
  func verdicts() {
    #expect(line("ticket show", 10, 1).text.hasSuffix("0.50   1.00  ok\n"))
    #expect(line("ticket show", 10, 3).text.hasSuffix("1.50   1.00  MISSED\n"))
    let alone = Line(work: "x", ours: 1, peer: "jq (not installed)", bound: 1)
    #expect(alone.text.hasSuffix("skipped\n"))
  }

  @Test("name the unit of what is no time")
  func units() {
    var memory = line("memory", 10, 31.24)
    memory.unit = .megabytes
    #expect(memory.median == "31.2 MB")
    #expect(memory.json.contains(#""megabytes":31.24"#))
    var writers = line("16 writers", 10, 256.4)
    writers.unit = .writesPerSecond
    #expect(writers.median == "256/s")
  }

  @Test("tell in JSON what each read held")
  func parts() {
    var memory = line("memory", 10, 31)
    memory.parts = [("list", 12), ("log", 31)]
    #expect(memory.json.contains(#""reads":{"list":12.0,"log":31.0}"#))
  }

  @Test("show how each command grows, by its first line at each size")
  func growth() {
    let growth = Growth([
      line("version", nil, 9), line("ticket show", 10, 1), line("first read", 10, 5),
      line("ticket show", 1000, 1.5), line("ticket show", 1000, 7, peer: "itself at 10"),
    ])
    let text = """

      ms at                        10         1000
      ticket show               1.000        1.500

      """
    #expect(growth.text == text)
    #expect(
      growth.json
        == #"{"growth":"ticket show","unit":"ms","at":{"10":1.0,"1000":1.5}}"# + "\n")
  }

  @Test("show no growth of a single desk")
  func single() {
    #expect(Growth([line("ticket show", 10, 1)]).text.isEmpty)
  }
}
