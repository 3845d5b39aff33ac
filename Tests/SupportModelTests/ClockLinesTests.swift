import Testing

@testable import SupportModel

struct ClockLinesTests {
  private static let office =
    #"{"timezone":"Europe/Paris","hours":{"fri":[["09:00","18:00"]]}}"#

  private func lines() -> ClockLines {
    ClockLines(zones: CalendarZones.all) { name in
      guard name == "office" else { throw SettingsError(file: "", reason: "no \(name)") }
      return try businessCalendar(Self.office)
    }
  }

  private func answer(_ line: String, _ lines: inout ClockLines) -> String {
    do {
      var bytes: [UInt8] = []
      var line = line
      try line.withUTF8 { try lines.answer($0) }.write(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    } catch let error as SettingsError {
      return error.field.isEmpty ? error.reason : "\(error.field): \(error.reason)"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A line is answered by a line",
    arguments: [
      (
        #"{"calendar":"24x7","from":"2026-11-20T10:00:00Z","add":"1h30m"}"#,
        #"{"due":"2026-11-20T11:30:00.000Z"}"#
      ),
      (
        #"{"calendar": "office", "from": "2026-11-20T10:00:00+01:00", "add": 5400}"#,
        #"{"due":"2026-11-20T10:30:00.000Z"}"#
      ),
      (
        #" { "add" : "5400" , "from" : "2026-11-20T10:00:00Z" , "calendar" : "office" } "# + "\r",
        #"{"due":"2026-11-20T11:30:00.000Z"}"#
      ),
      (
        #"{"calendar":\#(office),"from":"2026-11-20T16:30Z","add":"1h"}"#,
        #"{"due":"2026-11-27T08:30:00.000Z"}"#
      ),
      (
        #"{"calendar":\#(office),"from":"2026-11-20T16:30Z","to":"2026-11-27"}"#,
        #"{"seconds":1800}"#
      ),
      (
        #"{"calendar":"office","from":"2026-11-27","to":"2026-11-20T16:30:00.250Z"}"#,
        #"{"seconds":-1799.75}"#
      ),
      // Unusual, but JSON all the same.
      (
        #"{"calend\u0061r":"24x7","from":"2026-11-20T10:00:00Z","add":1.5,"to":null}"#,
        #"{"due":"2026-11-20T10:00:01.500Z"}"#
      ),
      (
        #"{"calendar":"24x7","from":"2026-11-20T10:00:00Z","add":0}"#,
        #"{"due":"2026-11-20T10:00:00.000Z"}"#
      ),
      ("", "an empty line"),
      ("{}", "calendar: a text is missing here"),
      ("[1]", "a JSON object should be here"),
      (#"{"calendar":"24x7""#, #"not JSON: "," or "}" should be here (column 19)"#),
      (#"{"calendar":"nope","from":"2026-11-20","add":1}"#, "no nope"),
      (
        #"{"calendar":"24x7","from":"yesterday","add":1}"#,
        #"from: "yesterday" is no time; expected one such as 2026-11-20T10:00:00Z"#
      ),
      (
        #"{"calendar":"24x7","from":"2026-11-20"}"#, #"either "add" or "to" should be here"#
      ),
      (
        #"{"calendar":"24x7","from":"2026-11-20","add":1,"to":"2026-11-21"}"#,
        #"either "add" or "to" should be here"#
      ),
      (#"{"calendar":"24x7","from":"2026-11-20","ad":1}"#, "ad: unknown field"),
      (
        #"{"calendar":"24x7","from":"2026-11-20","from":"2026-11-21","add":1}"#,
        #"not JSON: the key "from" stands twice (column 40)"#
      ),
      (#"{"calendar":"24x7","from":"2026-11-20","add":"-1h"}"#, "negativeSpan"),
      (#"{"calendar":"24x7","from":"2026-11-20","add":-1}"#, "negativeSpan"),
      (#"{"calendar":"24x7","from":"2026-11-20","add":1e300}"#, "add: far too many seconds"),
      (
        #"{"calendar":"24x7","from":"2026-11-20","add":"90000w"}"#,
        #"{"due":"3751-10-08T00:00:00.000Z"}"#
      ),
      (#"{"calendar":"24x7","from":"2026-11-20","add":"900000w"}"#, "neverDue"),
      (
        #"{"calendar":"24x7","from":"2026-11-20","add":"soon"}"#,
        #"add: a duration such as "4h" or "1h30m" should be here, not a text"#
      ),
      (
        #"{"calendar":"24x7","from":"2026-11-20","add":007}"#,
        "not JSON: a number that begins with 0 (column 46)"
      ),
      (
        #"{"calendar":{"timezone":"UTC","hours":{}},"from":"2026-11-20","add":1}"#,
        "calendar.hours: the calendar never opens"
      ),
      (
        #"{"calendar":{"timezone":"UTC","hours":]}},"from":"2026-11-20","add":1}"#,
        "not JSON: a value should be here (column 39)"
      ),
    ])
  func line(text: String, expected: String) {
    var lines = lines()
    #expect(answer(text, &lines) == expected)
    // The second time its calendar is known.
    #expect(answer(text, &lines) == expected)
  }

  @Test("More calendars than are kept are answered all the same")
  func manyCalendars() {
    var lines = lines()
    for round in 0..<1000 {
      let minute = padded(round % 500 / 10, to: 2)
      let text =
        #"{"calendar":{"timezone":"UTC","hours":{"fri":[["09:\#(minute)","18:00"]]}},"#
        + #""from":"2026-11-20","add":60}"#
      let expected = #"{"due":"2026-11-20T09:\#(padded(round % 500 / 10 + 1, to: 2)):00.000Z"}"#
      #expect(answer(text, &lines) == expected)
    }
  }
}
