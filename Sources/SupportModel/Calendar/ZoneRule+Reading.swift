extension ZoneRule {
  /// Reads a TZ string; nil where it makes no sense.
  init?(_ text: some StringProtocol) {
    var scanner = Scanner(rest: Substring(text).utf8)
    guard let name = scanner.name(), let west = scanner.duration(hours: 24) else { return nil }
    standard = Clock(name: name, offset: -west)
    if scanner.isAtEnd {
      summer = nil
      return
    }
    guard let name = scanner.name() else { return nil }
    var offset = standard.offset + 3600
    if scanner.rest.first != UInt8(ascii: ",") {
      guard let west = scanner.duration(hours: 24) else { return nil }
      offset = -west
    }
    guard let begins = scanner.change(), let ends = scanner.change(), scanner.isAtEnd else {
      return nil
    }
    summer = Summer(clock: Clock(name: name, offset: offset), begins: begins, ends: ends)
  }

  /// Takes the parts of a TZ string off its front.
  private struct Scanner {
    var rest: Substring.UTF8View

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    /// `CET`, or `<+0330>` where a name is not of letters only.
    mutating func name() -> String? {
      let isQuoted = take("<")
      let name = rest.prefix { byte in
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        return isLetter || isQuoted && (isSign || isDigit)
      }
      rest.removeFirst(name.count)
      guard name.count >= 3, !isQuoted || take(">") else { return nil }
      return String(Substring(name))
    }

    mutating func number(upTo limit: Int) -> Int? {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.prefix(4)
      rest.removeFirst(digits.count)
      return Int(Substring(digits)).flatMap { $0 <= limit ? $0 : nil }
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func duration(hours limit: Int) -> Int? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      guard let hours = number(upTo: limit) else { return nil }
      var seconds = hours * 3600
      for unit in [60, 1] {
        guard take(":") else { break }
        guard let part = number(upTo: 59) else { return nil }
        seconds += part * unit
      }
      return isNegative ? -seconds : seconds
    }

    /// `,M3.5.0/2`; a week's worth of hours either way.
    mutating func change() -> Change? {
      guard take(","), let day = day() else { return nil }
      guard take("/") else { return Change(day: day) }
      return duration(hours: 167).map { Change(day: day, time: $0) }
    }

    private mutating func day() -> Change.Day? {
      if take("J") { return number(upTo: 365).flatMap { $0 > 0 ? .ordinal($0) : nil } }
      guard take("M") else { return number(upTo: 365).map { .index($0) } }
      guard let month = number(upTo: 12), month > 0, take("."), let week = number(upTo: 5),
        week > 0, take("."), let weekday = number(upTo: 6)
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
  }
}
