/// Answers questions that come as lines of JSON:
///
///     {"calendar": "office", "from": "2026-11-20T10:00:00Z", "add": "4h"}
///     {"calendar": {"timezone": ...}, "from": "2026-11-20T10:00:00Z", "to": "2026-12-01T09:00:00Z"}
///
/// A million lines name few calendars, and so each calendar is read once and found again by the
/// bytes it was written in. A line in the usual form is taken apart where it lies; every other one,
/// above all a wrong one, is read as JSON, which finds the words for what is wrong with it.
package struct ClockLines {
  private let zones: Zones
  private let named: (String) throws -> any WorkingTime
  private var calendars: [CalendarText: any WorkingTime] = [:]
  /// The calendar of the latest question and its bytes: most often it is asked again.
  private var latest: (text: [UInt8], calendar: any WorkingTime) = ([], AlwaysOpen())

  /// What the calendars that are kept may hold together, in days of their sums; and how many.
  private static let roomForDays = 8_000_000
  private static let roomForCalendars = 256

  /// `named` finds the calendars that a question names, other than `24x7`.
  package init(zones: Zones, named: @escaping (String) throws -> any WorkingTime) {
    (self.zones, self.named) = (zones, named)
  }

  package mutating func answer(_ line: UnsafeBufferPointer<UInt8>) throws -> ClockAnswer {
    try question(line).answer()
  }

  private mutating func question(
    _ line: UnsafeBufferPointer<UInt8>
  ) throws -> ClockQuestion {
    var text = ClockLineText(line)
    guard text.split(expecting: latest.text) else { return try read(line) }
    let calendarBytes = text.part(text.calendar)
    if let calendar = find(calendarBytes), let question = text.question(calendar) {
      return question
    }
    let question = try read(line)
    latest = (Array(calendarBytes), question.calendar)
    remember(CalendarText(bytes: latest.text), question.calendar)
    return question
  }

  private mutating func find(_ bytes: UnsafeBufferPointer<UInt8>) -> (any WorkingTime)? {
    if bytes.elementsEqual(latest.text) { return latest.calendar }
    let text = CalendarText(bytes: Array(bytes))
    guard let calendar = calendars[text] else { return nil }
    latest = (text.bytes, calendar)
    return calendar
  }

  private mutating func remember(_ text: CalendarText, _ calendar: any WorkingTime) {
    let days = calendars.values.reduce(0) { $0 + (($1 as? BusinessCalendar)?.size ?? 0) }
    if calendars.count >= Self.roomForCalendars || days > Self.roomForDays { calendars = [:] }
    calendars[text] = calendar
  }
}

/// A calendar as it was written, hashed in one go instead of byte by byte.
private struct CalendarText: Hashable {
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

// MARK: Lines of any form

extension ClockLines {
  private mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws -> ClockQuestion {
    let first = line.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    guard first == UInt8(ascii: "{") else {
      let reason = first == nil ? "an empty line" : "a JSON object should be here"
      throw SettingsError(file: "", reason: reason)
    }
    let reader = try SettingsReader(file: "", bytes: Array(line))
    try reader.allowOnly(["calendar", "from", "add", "to"])
    let calendar = try calendar(reader)
    let from = try time("from", reader)
    guard reader.has("add") != reader.has("to") else {
      throw reader.error("", "either \"add\" or \"to\" should be here")
    }
    let wanted = try reader.has("add") ? add(reader) : .timeUntil(time("to", reader))
    return ClockQuestion(calendar, from: from, wanted)
  }

  private mutating func calendar(_ reader: SettingsReader) throws -> any WorkingTime {
    if let object = reader.object["calendar"], object.object != nil,
      let inline = try reader.child("calendar")
    {
      let text = CalendarText(bytes: object.compactBytes)
      if let known = calendars[text] { return known }
      let calendar = try BusinessCalendar(inline, zones: zones)
      remember(text, calendar)
      return calendar
    }
    let name = try reader.requiredText("calendar")
    return name == AlwaysOpen.name ? AlwaysOpen() : try named(name)
  }

  private func time(_ key: String, _ reader: SettingsReader) throws -> Instant {
    let text = try reader.requiredText(key)
    guard let instant = Instant(text) else {
      throw reader.error(
        key, "\"\(text)\" is no time; expected one such as 2026-11-20T10:00:00Z")
    }
    return instant
  }

  /// A duration as text, or a number of seconds.
  private func add(_ reader: SettingsReader) throws -> ClockQuestion.Wanted {
    if let number = reader.object["add"]?.number {
      guard abs(number) <= 3e12 else { throw reader.error("add", "far too many seconds") }
      return .dueAfter(TimeSpan(milliseconds: Int64((number * 1000).rounded())))
    }
    if let text = try reader.text("add"), text.hasPrefix("-"), let back = TimeSpan(text.dropFirst())
    {
      return .dueAfter(-back)
    }
    guard let span = try reader.span("add") else {
      throw reader.error("add", "a duration is missing here")
    }
    return .dueAfter(span)
  }
}
