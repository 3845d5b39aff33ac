import CommandKit
import SupportModel

/// A line of an explanation: an interval that counts with the running sum, or what lies between.
struct TimeRow {
  /// Nil for lines that were left out.
  var day: CivilDate?
  var from: Instant?
  var to: Instant?
  var length: TimeSpan?
  var sum: TimeSpan?
  var note = ""
  var style = Style.plain
  /// Whether it only goes on with the note of the line before it.
  private var isContinued = false

  init(day: CivilDate?, from: Instant? = nil, to: Instant? = nil, note: String = "") {
    (self.day, self.from, self.to, self.note) = (day, from, to, note)
  }

  /// An interval that counts; `sum` is what counted up to its end.
  init(open day: CivilDate, from: Instant, to: Instant, sum: TimeSpan) {
    self.init(day: day, from: from, to: to)
    (length, self.sum) = (to - from, sum)
  }

  init(holiday day: CivilDate, name: String) {
    self.init(day: day, note: name.isEmpty ? "holiday" : "holiday: \(name)")
  }

  /// So many lines that were left out, with the time that they count.
  init(leftOut count: Int, _ length: TimeSpan) {
    self.init(day: nil, note: "\(counted(count, "line")) left out, -n shows more")
    self.length = length
  }
}

extension TimeRow {
  /// The line with its note broken to a width, over as many lines as that takes.
  func broken(noteWidth: Int) -> [TimeRow] {
    let notes = wrap(note, width: noteWidth)
    guard notes.count > 1 else { return [self] }
    return notes.enumerated().map { place, note in
      var row = place == 0 ? self : TimeRow(day: nil)
      (row.note, row.style, row.isContinued) = (note, style, place > 0)
      return row
    }
  }

  private func day(_ text: (CivilDate) -> String) -> String {
    isContinued ? "" : day.map(text) ?? "..."
  }

  /// Times on a terminal are those of the wall clock.
  static func columns(_ wall: WallText) -> [Column<TimeRow>] {
    func time(_ instant: Instant?, _ row: TimeRow) -> Cell {
      guard let instant, let day = row.day else { return Cell("") }
      return Cell(wall.time(instant, on: day), row.style)
    }
    func number(_ title: String, _ span: @escaping (TimeRow) -> TimeSpan?) -> Column<TimeRow> {
      let text = { (row: TimeRow) in span(row).map(\.exact) ?? "" }
      return Column(
        title, isNumber: true, plain: text, shown: { Cell(text($0), $0.style) })
    }
    return [
      Column(
        "DAY", plain: { $0.day(\.description) },
        shown: { Cell($0.day(WallText.day), $0.style) }),
      Column("FROM", plain: { $0.from?.description ?? "" }, shown: { time($0.from, $0) }),
      Column("TO", plain: { $0.to?.description ?? "" }, shown: { time($0.to, $0) }),
      number("LENGTH", \.length), number("SUM", \.sum),
      Column(
        "NOTE", isElastic: true, plain: \.note, shown: { Cell($0.note, $0.style) }),
    ]
  }
}

/// Which of many lines are shown: where there are more than a limit, those in the middle are not.
struct MiddleFold {
  private let head: Int
  private let tail: Int

  init(count: Int, limit: Int) {
    head = count > limit ? limit / 2 : count
    tail = count > limit ? count - (limit - head) : count
  }

  func shows(_ place: Int) -> Bool { place < head || place >= tail }

  /// Whether the line before this place is the last of those left out.
  func resumes(at place: Int) -> Bool { head < tail && place == tail }
}
