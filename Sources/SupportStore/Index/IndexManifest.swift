import SupportModel

/// What the index holds and which part of the log it stands for.
///
///     support-index 1
///     settings CHECK                what the clocks were judged by
///     judged MILLISECONDS           the latest instant at which they were
///     agenda NAME
///     month 2026/11 NAME            how much of each of the month's log files is in it
///     leaf NAME FIRST LAST TICKETS UNFROZEN FROM UNTIL
///     mark                          the lines of the fold mark that it stands for
///     ...
///     crc CHECKSUM
///
/// FIRST and LAST are ids, as numbers; FROM and UNTIL are the earliest and the latest creation, in
/// milliseconds. UNFROZEN counts tickets that are done and have no outcome on record.
struct IndexManifest: Sendable {
  var settings: String
  var judgedAt: Instant
  var agenda: String
  var months: [String: String] = [:]
  var leaves: [Leaf] = []
  var mark: FoldMark

  /// A file of tickets, and what has to be known of it without reading it.
  struct Leaf: Sendable {
    var name: String
    var first: UInt64
    var last: UInt64
    var count: Int
    /// Tickets that are done and have no outcome on record.
    var unfrozen: Int
    /// The earliest and the latest creation.
    var from: Instant
    var until: Instant

    func mayHoldTickets(of period: SLAPeriod) -> Bool {
      (period.since.map { $0 <= until } ?? true) && (period.until.map { from < $0 } ?? true)
    }
  }

  private static let title = "support-index 1"

  var ticketCount: Int { leaves.reduce(0) { $0 + $1.count } }
  /// The files that it names.
  var names: Set<String> { Set(leaves.map(\.name) + months.values + [agenda]) }
}

extension IndexManifest {
  var bytes: [UInt8] {
    var text = Self.title + "\n"
    text += "settings \(settings)\njudged \(judgedAt.milliseconds)\nagenda \(agenda)\n"
    for (month, name) in months.sorted(by: { $0.key < $1.key }) {
      text += "month \(month) \(name)\n"
    }
    for leaf in leaves {
      text += "leaf \(leaf.name) \(leaf.first) \(leaf.last) \(leaf.count) \(leaf.unfrozen)"
      text += " \(leaf.from.milliseconds) \(leaf.until.milliseconds)\n"
    }
    return FoldMark.sealed(text + "mark\n" + mark.text)
  }

  /// Nil for bytes that are not a manifest.
  init?(_ bytes: [UInt8]) {
    guard let lines = FoldMark.unsealed(bytes),
      lines.first?.elementsEqual(Self.title.utf8) == true,
      let end = lines.firstIndex(where: { $0.elementsEqual("mark".utf8) }),
      let mark = FoldMark(Array(lines[(end + 1)...]))
    else { return nil }
    self.init(settings: "", judgedAt: SLAStanding.atOnce, agenda: "", mark: mark)
    for line in lines[1..<end] {
      let words = FoldMark.words(of: line)
      switch (words.first, words.count) {
      case ("settings", 2): settings = words[1]
      case ("judged", 2):
        guard let milliseconds = Int64(words[1]) else { return nil }
        judgedAt = Instant(milliseconds: milliseconds)
      case ("agenda", 2): agenda = words[1]
      case ("month", 3): months[words[1]] = words[2]
      case ("leaf", 8):
        guard let leaf = Leaf(words) else { return nil }
        leaves.append(leaf)
      default: return nil
      }
    }
  }
}

extension IndexManifest.Leaf {
  fileprivate init?(_ words: [String]) {
    let numbers = words[2...].compactMap { Int64($0) }
    guard numbers.count == 6, let first = UInt64(exactly: numbers[0]),
      let last = UInt64(exactly: numbers[1])
    else { return nil }
    (name, self.first, self.last) = (words[1], first, last)
    (count, unfrozen) = (Int(numbers[2]), Int(numbers[3]))
    from = Instant(milliseconds: numbers[4])
    until = Instant(milliseconds: numbers[5])
  }
}
