import SupportModel

/// What the index holds and which part of the log it stands for.
///
///     support-index 3
///     settings CHECK                what the clocks were judged by
///     judged MILLISECONDS           the latest instant at which they were
///     agenda NAME                   where clocks can be judged in advance
///     month 2026/11 NAME            how much of each of the month's log files is in it
///     segment COLUMNS TEXTS CLOCKS GONE FIRST LAST TICKETS UNFROZEN FROM UNTIL FROM UNTIL FROM UNTIL
///     mark                          the lines of the fold mark that it stands for, without folders
///     ...
///     crc CHECKSUM
///
/// TEXTS are the names of the files with the full text of the tickets, with commas between them. FIRST and LAST are ids, as numbers; FROM and UNTIL are the earliest and the latest creation, update
/// and last message, in milliseconds. UNFROZEN counts tickets that are done and have no outcome on
/// record. `-` stands for what there is none of.
struct IndexManifest: Sendable {
  var settings: String
  var judgedAt: Instant
  var agenda: String?
  var months: [String: String] = [:]
  var segments: [Segment] = []
  var mark: FoldMark

  /// Files of tickets, and what has to be known of them without reading them. A ticket that is in
  /// several segments counts in the one where it is not gone.
  struct Segment: Sendable {
    var columns: String
    var texts: [String]
    /// Nil where clocks cannot be judged in advance.
    var clocks: String?
    /// The tickets that are gone, or stand in a later segment; nil for none.
    var gone: String?
    var first: UInt64
    var last: UInt64
    /// All tickets of the files.
    var count: Int
    /// Tickets that are done and have no outcome on record.
    var unfrozen: Int
    var bounds: Bounds

    var names: [String] { [columns] + texts + [clocks, gone].compactMap(\.self) }
  }

  /// The earliest and the latest of a segment's times, in milliseconds; nil where no ticket has one.
  struct Bounds: Sendable {
    var created: ClosedRange<Int64>?
    var updated: ClosedRange<Int64>?
    var lastMessage: ClosedRange<Int64>?

    func mayHoldTickets(of period: SLAPeriod) -> Bool {
      guard let created else { return false }
      return (period.since.map { $0.milliseconds <= created.upperBound } ?? true)
        && (period.until.map { created.lowerBound < $0.milliseconds } ?? true)
    }
  }

  private static let title = "support-index 3"

  /// The files that it names.
  var names: Set<String> {
    Set(segments.flatMap(\.names) + months.values + [agenda].compactMap(\.self))
  }
}

extension IndexManifest {
  var bytes: [UInt8] {
    var text = Self.title + "\n"
    text += "settings \(settings)\njudged \(judgedAt.milliseconds)\n"
    if let agenda { text += "agenda \(agenda)\n" }
    for (month, name) in months.sorted(by: { $0.key < $1.key }) {
      text += "month \(month) \(name)\n"
    }
    for segment in segments { text += segment.line + "\n" }
    // Whether a folder of the log moved, nobody asks of an index.
    var mark = mark
    mark.folders = FolderTimes()
    return FoldMark.sealed(text + "mark\n" + mark.text)
  }

  /// Nil for bytes that are no manifest, or an older version's.
  init?(_ bytes: [UInt8]) {
    guard let lines = FoldMark.unsealed(bytes), lines.first?.elementsEqual(Self.title.utf8) == true,
      let end = lines.firstIndex(where: { $0.elementsEqual("mark".utf8) }),
      let mark = FoldMark(Array(lines[(end + 1)...]))
    else { return nil }
    self.init(settings: "", judgedAt: SLAStanding.atOnce, mark: mark)
    for line in lines[1..<end] {
      let words = FoldMark.words(of: line)
      switch (words.first, words.count) {
      case ("settings", 2): settings = words[1]
      case ("judged", 2):
        guard let milliseconds = Int64(words[1]) else { return nil }
        judgedAt = Instant(milliseconds: milliseconds)
      case ("agenda", 2): agenda = words[1]
      case ("month", 3): months[words[1]] = words[2]
      case ("segment", 15):
        guard let segment = Segment(words) else { return nil }
        segments.append(segment)
      default: return nil
      }
    }
  }
}

extension IndexManifest.Segment {
  fileprivate var line: String {
    func word(_ text: (some CustomStringConvertible)?) -> String { text?.description ?? "-" }
    var words = ["segment", columns, texts.joined(separator: ","), word(clocks), word(gone)]
    words += [word(first), word(last), word(count), word(unfrozen)]
    for range in [bounds.created, bounds.updated, bounds.lastMessage] {
      words += [word(range?.lowerBound), word(range?.upperBound)]
    }
    return words.joined(separator: " ")
  }

  fileprivate init?(_ words: [String]) {
    guard let first = UInt64(words[5]), let last = UInt64(words[6]), let count = Int(words[7]),
      let unfrozen = Int(words[8])
    else { return nil }
    func range(_ place: Int) -> ClosedRange<Int64>? {
      guard let low = Int64(words[place]), let high = Int64(words[place + 1]), low <= high else {
        return nil
      }
      return low...high
    }
    self.init(
      columns: words[1], texts: words[2].split(separator: ",").map(String.init),
      clocks: words[3] == "-" ? nil : words[3],
      gone: words[4] == "-" ? nil : words[4], first: first, last: last, count: count,
      unfrozen: unfrozen,
      bounds: IndexManifest.Bounds(created: range(9), updated: range(11), lastMessage: range(13)))
  }
}
