import Testing

@testable import SupportModel

struct CivilDateTests {
  @Test(
    "Days are counted from 1970-01-01, and Monday is 0",
    arguments: [
      ("1970-01-01", 0, 3), ("1969-12-31", -1, 2), ("2000-02-29", 11_016, 1),
      ("2000-03-01", 11_017, 2), ("1900-02-28", -25_509, 2), ("1900-03-01", -25_508, 3),
      ("2024-02-29", 19_782, 3), ("2026-11-20", 20_777, 4), ("2100-02-28", 47_540, 6),
      ("2100-03-01", 47_541, 0), ("0001-01-01", -719_162, 0), ("9999-12-31", 2_932_896, 4),
    ])
  func numbers(text: String, number: Int, weekday: Int) throws {
    let date = CivilDate(dayNumber: number)
    #expect(date.description == text)
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.exists)
  }

  @Test("Every day of eight centuries follows the one before it")
  func everyDay() {
    var lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = CivilDate(year: 1600, month: 1, day: 1).dayNumber
    for year in 1600..<2400 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      lengths[1] = isLeap ? 29 : 28
      for month in 1...12 {
        for day in 1...lengths[month - 1] {
          let date = CivilDate(year: year, month: month, day: day)
          guard date.dayNumber == number, CivilDate(dayNumber: number) == date else {
            Issue.record("\(date) is day \(date.dayNumber), not \(number)")
            return
          }
          number += 1
        }
      }
    }
    #expect(number == CivilDate(year: 2400, month: 1, day: 1).dayNumber)
  }

  @Test(
    "A day that the calendar does not have does not exist",
    arguments: [
      (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
      (2026, 1, 32),
    ])
  func invalid(year: Int, month: Int, day: Int) {
    #expect(!CivilDate(year: year, month: month, day: day).exists)
  }
}
