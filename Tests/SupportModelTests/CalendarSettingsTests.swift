import Testing

@testable import SupportModel

struct CalendarSettingsTests {
  private func settings(_ text: String, zones: Zones = CalendarZones.all) throws -> DeskSettings {
    try DeskSettings(
      file: "support.json", bytes: Array("{\"format\": 1,\n\(text)}".utf8), zones: zones)
  }

  @Test(
    "A mistake in a calendar names its field",
    arguments: [
      (#"{}"#, "timezone", "a text is missing here"),
      (#"{"timezone": 5}"#, "timezone", "a text should be here, not a number"),
      (#"{"timezone": "UTC"}"#, "hours", "the calendar never opens"),
      (#"{"timezone": "UTC", "hours": {"mon": []}}"#, "hours", "the calendar never opens"),
      (#"{"timezone": "UTC", "hours": []}"#, "hours", "an object should be here, not a list"),
      (#"{"timezone": "UTC", "hours": {"monday": []}}"#, "hours.monday", "unknown field"),
      (#"{"timezone": "UTC", "zone": 1}"#, "zone", "unknown field"),
      (
        #"{"timezone": "UTC", "hours": {"mon": ["09:00", "18:00"]}}"#, "hours.mon[0]",
        #"an interval such as ["09:00", "18:00"] should be here, not a text"#
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["9:00", "18:00"]]}}"#, "hours.mon[0][0]",
        "a time from 00:00 to 24:00 should be here"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "24:01"]]}}"#, "hours.mon[0][1]",
        "a time from 00:00 to 24:00 should be here"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "09:60"]]}}"#, "hours.mon[0][1]",
        "a time from 00:00 to 24:00 should be here"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "09:00"]]}}"#, "hours.mon[0]",
        #"an interval of no length; a whole day is ["00:00", "24:00"]"#
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "12:00"], ["11:59", "13:00"]]}}"#,
        "hours.mon[1]", "overlaps with mon[0]"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["13:00", "15:00"], ["09:00", "13:01"]]}}"#,
        "hours.mon[0]", "overlaps with mon[1]"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["22:00", "06:00"]], "tue": [["05:59", "09:00"]]}}"#,
        "hours.tue[0]", "overlaps with mon[0]"
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["00:00", "09:00"]], "sun": [["22:00", "00:01"]]}}"#,
        "hours.mon[0]", "overlaps with sun[0]"
      ),
      (
        #"{"timezone": "Europe/Pari", "hours": {"mon": [["09:00", "18:00"]]}}"#, "timezone",
        #"there is no zone "Europe/Pari"; zones are called like "Europe/Paris""#
      ),
      (
        #"{"timezone": "Test/Damaged", "hours": {"mon": [["09:00", "18:00"]]}}"#, "timezone",
        #"the file of the zone "Test/Damaged" makes no sense"#
      ),
      (
        #"{"timezone": "Test/Text", "hours": {"mon": [["09:00", "18:00"]]}}"#, "timezone",
        #"the file of the zone "Test/Text" makes no sense"#
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "18:00"]]}, "holidays": ["2026-02-29"]}"#,
        "holidays[0]",
        #""2026-02-29" is no date; expected one such as 2026-12-25, or 12-25 for every year"#
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "18:00"]]}, "holidays": [{"date": "13-01"}]}"#,
        "holidays[0].date",
        #""13-01" is no date; expected one such as 2026-12-25, or 12-25 for every year"#
      ),
      (
        #"{"timezone": "UTC", "hours": {"mon": [["09:00", "18:00"]]}, "holidays": [20261225]}"#,
        "holidays[0]", #"a date or an object with "date" should be here, not a number"#
      ),
    ])
  func mistake(calendar: String, field: String, reason: String) {
    #expect {
      try settings("\"calendars\":\n{\"office\":\n\(calendar)}")
    } throws: { error in
      let error = error as? SettingsError
      return error?.field == "calendars.office.\(field)" && error?.reason == reason
        && (error?.line ?? 0) >= 4
    }
  }

  @Test("Holidays on every day of the year leave a calendar that never opens")
  func everyDay() throws {
    let days = (0..<366).map {
      CivilDate(dayNumber: CivilDate(year: 2028, month: 1, day: 1).dayNumber + $0)
    }
    func text(_ days: some Sequence<CivilDate>) -> String {
      let dates = days.map { "\"\($0.description.dropFirst(5))\"" }.joined(separator: ",")
      return
        #""calendars": {"office": {"timezone": "UTC", "hours": {"mon": [["09:00", "18:00"]]}, "#
        + "\"holidays\": [\(dates)]}}"
    }
    let expected = "the calendar never opens: every day of the year is a holiday"
    #expect {
      try settings(text(days))
    } throws: {
      ($0 as? SettingsError)?.reason == expected
    }
    #expect(try settings(text(days.dropLast())).sla.calendars.count == 1)
  }

  @Test("The calendar that never closes cannot be defined anew")
  func reserved() {
    #expect(throws: SettingsError.self) { try settings(#""calendars": {"24x7": {}}"#) }
  }

  @Test("What goes wrong with the zones' files is told at the zone")
  func noZones() {
    struct Gone: Error, CustomStringConvertible { let description = "no zones here" }
    let text =
      #""calendars": {"a": {"timezone": "Europe/Paris", "hours": {"mon": [["09:00", "18:00"]]}}}"#
    let expected = SettingsError(
      file: "support.json", line: 2, field: "calendars.a.timezone", reason: "no zones here")
    #expect(throws: expected) { try settings(text, zones: Zones { _ in throw Gone() }) }
  }

  @Test("Zones are asked for only by calendars, each once, and UTC never")
  func lazy() throws {
    final class Asked: @unchecked Sendable { var names: [String] = [] }
    let asked = Asked()
    let zones = Zones { name in
      asked.names.append(name)
      return CalendarZones.tzif(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    }
    _ = try settings(#""sla": {}"#, zones: zones)
    #expect(asked.names == [])
    func calendar(_ zone: String) -> String {
      "{\"timezone\": \"\(zone)\", \"hours\": {\"mon\": [[\"09:00\", \"18:00\"]]}}"
    }
    _ = try settings(
      """
      "calendars": {"a": \(calendar("UTC")), "b": \(calendar("X/Y")), "c": \(calendar("X/Y"))}
      """, zones: zones)
    #expect(asked.names == ["X/Y"])
  }

  @Test("A policy counts by the calendar that it names")
  func policy() throws {
    let settings = try settings(
      #"""
      "calendars": {"office": {"timezone": "Europe/Paris", "hours": {"fri": [["09:00", "18:00"]]}}},
      "sla": {"policies": [{"name": "a", "targets": {}, "calendar": "office"},
                           {"name": "b", "targets": {}}]}
      """#)
    let start = try instant("2026-11-20T16:00Z")
    let due = settings.sla.policies.map {
      settings.sla.workingTime(of: $0).instant(.hours(2), after: start).description
    }
    #expect(due == ["2026-11-27T09:00:00.000Z", "2026-11-20T18:00:00.000Z"])
    #expect(throws: SettingsError.self) {
      try self.settings(
        #""sla": {"policies": [{"name": "a", "targets": {}, "calendar": "ofice"}]}"#)
    }
  }
}
