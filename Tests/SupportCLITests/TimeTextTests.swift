import SupportModel
import Testing

@testable import SupportCLI

/// Times as people read them.
@Suite struct TimeTextTests {
  static let now = Instant(milliseconds: 1_795_000_000_000)

  static let relatives: [(seconds: Int, text: String)] = [
    (0, "now"), (59, "now"), (60, "1m ago"), (3599, "59m ago"), (3600, "1h ago"),
    (86_399, "23h ago"), (86_400, "1d ago"), (604_800, "1w ago"), (2_592_000, "1mo ago"),
    (31_536_000, "1y ago"), (-59, "now"), (-60, "in 1m"), (-7200, "in 2h"),
    (-63_072_000, "in 2y"),
  ]

  @Test(arguments: relatives)
  func `A relative time has one unit, the largest`(_ seconds: Int, _ text: String) {
    let time = Self.now - TimeSpan(seconds: seconds)
    #expect(TimeText.relative(time, to: Self.now) == text)
  }

  @Test func `An absolute time has its zone`() throws {
    let time = try #require(Instant("2026-11-20T10:00:59.999+01:00"))
    #expect(TimeText.absolute(time) == "2026-11-20 09:00 UTC")
  }
}
