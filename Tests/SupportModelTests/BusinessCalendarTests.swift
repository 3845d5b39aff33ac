import Testing

@testable import SupportModel

/// The office of most tables: Mondays 09:00 to 12:30 and 13:30 to 18:00, other weekdays 09:00 to
/// 18:00, in Paris.
private let office = """
  {"timezone": "Europe/Paris",
   "hours": {"mon": [["09:00", "12:30"], ["13:30", "18:00"]], "tue": [["09:00", "18:00"]],
             "wed": [["09:00", "18:00"]], "thu": [["09:00", "18:00"]], "fri": [["09:00", "18:00"]]},
   "holidays": ["2026-12-25", {"date": "01-01", "name": "New Year"}]}
  """

struct BusinessCalendarTests {
  @Test(
    "When working time has passed",
    arguments: [
      // Within a day, over lunch, over a night, over a weekend.
      ("2026-11-24T10:00+01:00", "2h", "2026-11-24T12:00+01:00"),
      ("2026-11-23T12:00+01:00", "1h", "2026-11-23T14:00+01:00"),
      ("2026-11-24T17:00+01:00", "2h", "2026-11-25T10:00+01:00"),
      ("2026-11-27T17:00+01:00", "2h", "2026-11-30T10:00+01:00"),
      // What runs out at a closing time is due then, and what begins there is at the next opening.
      ("2026-11-24T17:00+01:00", "1h", "2026-11-24T18:00+01:00"),
      ("2026-11-23T11:30+01:00", "1h", "2026-11-23T12:30+01:00"),
      ("2026-11-24T18:00+01:00", "1s", "2026-11-25T09:00:01+01:00"),
      ("2026-11-24T17:00+01:00", "3601s", "2026-11-25T09:00:01+01:00"),
      // Nothing to add: the start itself, open or not.
      ("2026-11-24T10:00+01:00", "0s", "2026-11-24T10:00+01:00"),
      ("2026-11-22T03:00+01:00", "0s", "2026-11-22T03:00+01:00"),
      // A start outside of the hours.
      ("2026-11-22T03:00+01:00", "1h", "2026-11-23T10:00+01:00"),
      // Holidays: of one year, and of every year.
      ("2026-12-24T17:00+01:00", "2h", "2026-12-28T10:00+01:00"),
      ("2026-12-31T17:00+01:00", "2h", "2027-01-04T10:00+01:00"),
      ("2099-12-31T17:00+01:00", "2h", "2100-01-04T10:00+01:00"),
      // A leap day.
      ("2028-02-28T17:00+01:00", "10h", "2028-02-29T18:00+01:00"),
      ("2100-02-26T17:00+01:00", "2h", "2100-03-01T10:00+01:00"),
      // Half a day more, across the changes of the clocks.
      ("2026-03-27T17:00+01:00", "2h", "2026-03-30T10:00+02:00"),
      ("2026-10-23T17:00+02:00", "2h", "2026-10-26T10:00+01:00"),
    ])
  func due(from: String, add: String, expected: String) throws {
    let calendar = try businessCalendar(office)
    let span = try #require(TimeSpan(add))
    #expect(calendar.instant(span, after: try instant(from)) == (try instant(expected)))
    #expect(calendar.span(from: try instant(from), to: try instant(expected)) == span)
  }

  @Test(
    "A day on which the clocks change has the seconds it has",
    arguments: [
      ("Europe/Paris", #"["00:00","24:00"]"#, "2026-03-28T23:00Z", "2026-03-29T22:00Z", "23h"),
      ("Europe/Paris", #"["00:00","24:00"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "25h"),
      // The hour that is left out, and the one that comes twice.
      ("Europe/Paris", #"["02:00","03:00"]"#, "2026-03-28T23:00Z", "2026-03-29T22:00Z", "0s"),
      ("Europe/Paris", #"["02:00","03:00"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "2h"),
      // A start or an end inside of the gap is the instant after it.
      ("Europe/Paris", #"["02:30","06:00"]"#, "2026-03-28T23:00Z", "2026-03-29T22:00Z", "3h"),
      ("Europe/Paris", #"["00:00","02:30"]"#, "2026-03-28T23:00Z", "2026-03-29T22:00Z", "2h"),
      // Inside of the overlap the clock on the wall decides, each time it shows the time.
      ("Europe/Paris", #"["02:15","02:45"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "1h"),
      ("Europe/Paris", #"["02:30","06:00"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "4h"),
      ("Europe/Paris", #"["00:00","02:30"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "3h"),
      // Ends and starts that only touch it: the shift until 02:00 ends at the first 02:00.
      ("Europe/Paris", #"["00:00","02:00"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "2h"),
      ("Europe/Paris", #"["03:00","06:00"]"#, "2026-10-24T22:00Z", "2026-10-25T23:00Z", "3h"),
      // A night shift across the change.
      ("Europe/Paris", #"["22:00","06:00"]"#, "2026-03-28T12:00Z", "2026-03-29T12:00Z", "7h"),
      ("Europe/Paris", #"["22:00","06:00"]"#, "2026-10-24T12:00Z", "2026-10-25T12:00Z", "9h"),
      (
        "America/New_York", #"["00:00","24:00"]"#, "2026-03-08T05:00Z", "2026-03-09T04:00Z", "23h"
      ),
      (
        "Australia/Lord_Howe", #"["00:00","24:00"]"#, "2026-04-04T13:00Z", "2026-04-05T13:30Z",
        "24h30m"
      ),
      (
        "Australia/Lord_Howe", #"["01:00","02:00"]"#, "2026-04-04T13:00Z", "2026-04-05T13:30Z",
        "1h30m"
      ),
      ("Africa/Casablanca", #"["00:00","06:00"]"#, "2026-02-14T23:00Z", "2026-02-16T00:00Z", "7h"),
      ("Asia/Kolkata", #"["09:00","18:00"]"#, "2026-03-28T18:30Z", "2026-03-29T18:30Z", "9h"),
      ("Europe/Dublin", #"["01:00","02:00"]"#, "2026-10-24T23:00Z", "2026-10-26T00:00Z", "2h"),
      // Sunday has begun for a minute when Saturday's last hour comes again.
      (
        "America/St_Johns", #"["23:00","24:00"]"#, "2006-10-29T00:00Z", "2006-10-29T12:00Z",
        "1h59m"
      ),
      (
        "America/St_Johns", #"["00:00","01:00"]"#, "2006-10-29T00:00Z", "2006-10-29T12:00Z",
        "1h1m"
      ),
      // Midnight twice, and never.
      ("America/Havana", #"["00:00","01:00"]"#, "2026-11-01T04:00Z", "2026-11-02T05:00Z", "2h"),
      ("America/Havana", #"["22:00","02:00"]"#, "2026-03-07T20:00Z", "2026-03-08T20:00Z", "3h"),
      // From Thursday to Saturday at midnight: Friday never was.
      ("Pacific/Apia", #"["00:00","24:00"]"#, "2011-12-29T10:00Z", "2011-12-31T10:00Z", "48h"),
      ("Pacific/Apia", #"["09:00","18:00"]"#, "2011-12-29T10:00Z", "2011-12-31T10:00Z", "18h"),
    ])
  func clockChange(
    zone: String, hours: String, from: String, to: String, expected: String
  ) throws {
    let calendar = try daily(zone, hours)
    let span = calendar.span(from: try instant(from), to: try instant(to))
    #expect(span == (try #require(TimeSpan(expected))))
  }

  @Test("A holiday in a zone that skips a day, and on the day that it skips")
  func skippedDay() throws {
    let (from, to) = (try instant("2011-12-29T10:00Z"), try instant("2011-12-31T10:00Z"))
    let skipped = try daily("Pacific/Apia", #"["09:00","18:00"]"#, holidays: #""2011-12-30""#)
    #expect(skipped.span(from: from, to: to) == .hours(18))
    let saturday = try daily("Pacific/Apia", #"["09:00","18:00"]"#, holidays: #""2011-12-31""#)
    #expect(saturday.span(from: from, to: to) == .hours(9))
  }

  @Test(
    "A holiday has no hours of its own, and its night shift does not take place",
    arguments: [
      // The night of the 24th stops at midnight, that of the 25th never begins.
      ("2026-12-24T12:00Z", "2026-12-25T12:00Z", 2), ("2026-12-25T12:00Z", "2026-12-26T12:00Z", 0),
      ("2026-12-26T12:00Z", "2026-12-27T12:00Z", 8),
    ])
  func night(from: String, to: String, hours: Int) throws {
    let calendar = try daily("UTC", #"["22:00","06:00"]"#, holidays: #""12-25""#)
    #expect(calendar.span(from: try instant(from), to: try instant(to)) == .hours(hours))
  }

  @Test("What the week ends with reaches into the next one")
  func weekEnd() throws {
    let calendar = try businessCalendar(
      #"{"timezone": "UTC", "hours": {"sun": [["20:00", "04:00"]]}}"#)
    let sunday = try instant("2026-11-22T22:00Z")
    #expect(calendar.instant(.hours(5), after: sunday) == (try instant("2026-11-23T03:00Z")))
    #expect(calendar.instant(.hours(7), after: sunday) == (try instant("2026-11-29T21:00Z")))
  }

  @Test("A calendar that opens once in decades is found open, and the end of time is the end")
  func rare() throws {
    let days = (1...12).flatMap { month in
      (1...31).compactMap { day in
        month == 2 && day == 29 ? nil : "\"\(padded(month, to: 2))-\(padded(day, to: 2))\""
      }
    }.filter { Instant("2000-\($0.dropFirst().dropLast())") != nil }
    let calendar = try businessCalendar(
      """
      {"timezone": "UTC", "hours": {"mon": [["09:00", "10:00"]]},
       "holidays": [\(days.joined(separator: ","))]}
      """)
    let start = try instant("2026-11-20T10:00Z")
    #expect(calendar.instant(.minutes(30), after: start) == (try instant("2044-02-29T09:30Z")))
    #expect(calendar.instant(.hours(1000), after: start) == .latest)
  }

  @Test("Ten thousand years forth and back agree with the arithmetic of weeks")
  func farAway() throws {
    let calendar = try daily("Asia/Kolkata", #"["00:00","24:00"]"#)
    let (start, end) = (try instant("0001-01-01"), try instant("9999-12-31"))
    #expect(calendar.span(from: start, to: end) == end - start)
    #expect(calendar.instant(end - start, after: start) == end)
    let half = try daily("UTC", #"["06:00","18:00"]"#)
    #expect(half.span(from: start, to: end) == TimeSpan(seconds: (end - start).seconds / 2))
    #expect(half.span(from: end, to: start) == .zero)
  }

  @Test("The walk names each interval, and the holidays that cost one")
  func walk() throws {
    let calendar = try businessCalendar(office)
    var told: [String] = []
    calendar.walk(
      from: try instant("2026-12-24T17:00+01:00"), to: try instant("2026-12-28T14:00+01:00")
    ) { step in
      switch step {
      case .open(let day, let from, let to): told.append("\(day) \((to - from))")
      case .holiday(let day, let name): told.append("\(day) holiday \(name)")
      }
    }
    #expect(
      told == ["2026-12-24 1h", "2026-12-25 holiday ", "2026-12-28 3h 30m", "2026-12-28 30m"])
  }
}
