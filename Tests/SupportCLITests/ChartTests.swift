import Foundation
import SupportModel
import Testing

@testable import SupportCLI

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Charts of reports: what is drawn can be read by every XML parser and stays in its frame.
@Suite struct ChartTests {
  private let now = Instant(CivilDate(year: 2026, month: 12, day: 1))

  /// A report by team, of one ticket and one late clock in three for each.
  private func chart(_ names: [String], by dimension: SLADimension = .team) -> String {
    var report = SLAReport(by: dimension, order: SLARowOrder(natural: dimension, .standard))
    for (place, name) in names.enumerated() {
      let date = CivilDate(dayNumber: 20_000 + place)
      var ticket = SLACase(
        id: TicketID(at: Instant(date), chance: 7), createdAt: Instant(date), priority: "high",
        team: name)
      let stopped = SLAMeasurement(
        metAt: now, isBreached: place % 3 == 0, elapsedSeconds: 60, targetSeconds: 60)
      ticket.outcome = SLAOutcome(
        policy: "test", firstResponse: stopped, nextResponses: [stopped], resolution: stopped)
      report.add(ticket)
    }
    return SLAChart(report, report.rows, desk: "Lamps & <Shades>", at: now).text
  }

  /// All elements of a picture with their attributes, and the texts between them.
  private func read(_ text: String) throws -> Picture {
    let picture = Picture()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = picture
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return picture
  }

  @Test(arguments: [0, 1, 2, 30, 60, 61, 200])
  func `Everything lies in the frame, whatever the number of rows`(_ count: Int) throws {
    let picture = try read(chart((0..<count).map { "team \($0)" }))
    let height = try #require(picture.number("svg", "height").first)
    for y in picture.number("rect", "y") + picture.number("text", "y") {
      #expect(y < height)
    }
    for (x, width) in zip(picture.number("rect", "x"), picture.number("rect", "width")) {
      #expect(x + width <= 960)
    }
    let rows = picture.texts.count { $0.hasPrefix("team ") }
    #expect(rows == min(count, 60))
    let left = picture.texts.first { $0.hasSuffix("not shown") }
    switch count {
    case 61: #expect(left == "1 more row with 1 ticket not shown")
    case 200: #expect(left == "140 more rows with 140 tickets not shown")
    default: #expect(left == nil)
    }
  }

  @Test func `Of a long time the latest part is drawn`() throws {
    let picture = try read(chart(Array(repeating: "x", count: 800), by: .week))
    let weeks = picture.texts.filter { $0.contains("-W") }
    #expect(weeks.count == 60)
    #expect(weeks == weeks.sorted())
    // The day 20,799 after 1970-01-01 is 2026-12-12.
    #expect(weeks.last == "2026-W50")
  }

  @Test func `Rows without any promise are not drawn`() throws {
    var report = SLAReport(by: .team)
    report.add(
      SLACase(id: TicketID(at: now, chance: 1), createdAt: now, priority: "high", team: "x"))
    let picture = try read(SLAChart(report, report.rows, desk: "Lamps", at: now).text)
    #expect(picture.texts.contains("Nothing was promised about these tickets."))
    #expect(!picture.texts.contains("x"))
    #expect(!picture.texts.contains("overall"))
  }

  @Test func `Names of strangers are text and nothing else, and long ones are cut`() throws {
    let names = [
      "<script>alert(1)</script>", "a & b \"c\" 'd'", "\u{1B}[1mred\u{0}\u{FFFF}]]>",
      String(repeating: "W", count: 200), String(repeating: "漢", count: 90), "e\u{301}",
    ]
    let text = chart(names)
    let picture = try read(text)
    #expect(!text.contains("<script"))
    #expect(picture.texts.contains("<script>alert(1)</scr…"))
    #expect(picture.texts.contains("a & b \"c\" 'd'"))
    #expect(picture.texts.contains("^[[1mred^@\u{FFFD}]]>"))
    #expect(picture.texts.contains("Lamps & <Shades> · 6 tickets opened so far"))
    #expect(picture.texts.contains { $0.hasPrefix("WWWW") && $0.hasSuffix("…") && $0.count < 15 })
    #expect(picture.texts.contains { $0.hasPrefix("漢漢") && $0.hasSuffix("…") && $0.count < 15 })
  }

  @Test func `A bar is as long as its compliance`() throws {
    let picture = try read(chart(["a", "a", "a", "b", "b", "c"]))
    // Two of three, and one of two, of the same track; the overall row has four of six.
    let widths = picture.number("rect", "width")
    let track = try #require(widths.dropFirst().first)
    #expect(picture.texts.contains("66.7%"))
    #expect(picture.texts.contains("2/3"))
    #expect(widths.contains { abs($0 - track * 2 / 3) < 0.1 })
    #expect(widths.contains { abs($0 - track / 2) < 0.1 })
  }
}

/// What an XML parser finds in a picture.
private final class Picture: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// The lines of text that are drawn.
  private(set) var texts: [String] = []
  private var isInText = false

  func number(_ element: String, _ attribute: String) -> [Double] {
    elements.filter { $0.name == element }.map {
      $0.attributes[attribute].flatMap(Double.init) ?? 0
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
    if name == "text" { texts.append("") }
    isInText = name == "text"
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText { texts[texts.count - 1] += string }
  }
}

/// Values parted by commas, and bars of block characters.
@Suite struct FigureOutputTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""), ("\"", "\"\"\"\""),
    (" kept ", " kept "),
  ])
  func `A value is quoted where it must be`(_ value: String, _ written: String) {
    #expect(CSV.line([value, "x"]) == written + ",x\n")
  }

  @Test(arguments: [
    (0, ""), (1, "████"), (0.5, "██"), (0.25, "█"), (0.125, "▌"), (0.0001, "▏"), (0.9999, "███▉"),
    (0.6, "██▍"),
  ])
  func `A bar is exact to an eighth of a column, and full only where all is`(
    _ part: Double, _ bar: String
  ) {
    #expect(Bar.text(part, width: 4) == bar)
  }

  @Test(
    arguments: [
      (nil, "-"), (0, "0s"), (59, "59s"), (60, "1m"), (1199, "19m"), (3600, "1h"), (3660, "1h01m"),
      (17_998, "4h59m"), (359_999, "99h59m"), (360_000, "100h"), (550_000, "152h"),
    ] as [(Int?, String)])
  func `A span is short and never longer than it was`(_ seconds: Int?, _ text: String) {
    #expect(FigureText.span(seconds) == text)
  }
}
