import Testing

@testable import SupportCLI

struct ProgressTests {
  @Test func `The line says how far it is and how long it will take`() {
    #expect(
      Progress.line("changing tickets", 38_112, of: 100_000, after: 12, width: 79)
        == "changing tickets  █████████▌                  38%  38,112 of 100,000  0:19 left")
    #expect(
      Progress.line("reading", 5, of: 10, after: 7200, width: 79)
        == "reading  ███████████████                  50%  5 of 10  2:00:00 left")
  }

  @Test func `Without a total it counts, and at the beginning it foretells nothing`() {
    #expect(
      Progress.line("reading", 1_234_567, of: nil, after: 9, width: 79) == "reading  1,234,567")
    #expect(!Progress.line("reading", 1, of: 1000, after: 1, width: 79).contains("left"))
  }

  @Test(arguments: [10, 20, 30, 40, 60, 79, 200])
  func `It fits any terminal`(width: Int) {
    for done in [0, 1, 999, 50_000, 100_000, 200_000] {
      let line = Progress.line("changing tickets", done, of: 100_000, after: 3, width: width)
      #expect(line.count <= width)
    }
  }
}
