import SupportModel

/// What the index holds and which part of the log it stands for.
///
///     support-index 10
///     settings CHECK                what the clocks were judged by
///     judged MILLISECONDS           the latest instant at which they were
///     agenda NAME                   where clocks can be judged in advance
///     turns NAME                    who was given a ticket when, last
///     reach EVENT                   none of its tickets began with a newer event
///     month 2026/11 NAME            how much of each of the month's log files is in it
///     segment COLUMNS TEXTS CLOCKS GONE FIRST LAST TICKETS UNFROZEN FROM UNTIL x 4
///     mark                          the lines of the fold mark that it stands for, without folders
///     ...
///     crc CHECKSUM
///
/// TEXTS are the names of the files with the full text of the tickets, with commas between them.
/// FIRST and LAST are ids, as numbers; FROM and UNTIL are the earliest and the latest creation,
/// update, last message and due time, in milliseconds. UNFROZEN counts tickets that are done and have no
/// outcome on record. `-` stands for what there is none of.
struct IndexManifest: Sendable {
  var settings: String
  var judgedAt: Instant
  var agenda: String?
  var turns: String?
  var reach: EventID?
  var months = NameTable<String>()
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
    var created: Times?
    var updated: Times?
    var lastMessage: Times?
    /// All of time where documents have to tell: clocks cannot be judged in advance, or not those of each
    /// ticket.
    var due: Times?

    func mayHoldTickets(of period: SLAPeriod) -> Bool {
      guard let created else { return false }
      return (period.since.map { $0.milliseconds <= created.latest } ?? true)
        && (period.until.map { created.earliest < $0.milliseconds } ?? true)
    }
  }

  /// The earliest of some times and the latest, in milliseconds: a range of numbers, whose type need not
  /// be made while the program runs.
  struct Times: Sendable {
    var earliest: Int64
    var latest: Int64

    static let all = Times(earliest: .min, latest: .max)

    init(earliest: Int64, latest: Int64) { (self.earliest, self.latest) = (earliest, latest) }

    /// From the first to the last of some times; nil where all of them are none.
    init?(of times: [Int64]) {
      let known = times.filter { $0 != IndexRow.noInstant }
      guard let first = known.min(), let last = known.max() else { return nil }
      self.init(earliest: first, latest: last)
    }
  }

  private static let title = "support-index 10"

  /// The files that it names.
  var names: Set<String> {
    Set(
      segments.flatMap(\.names) + months.entries.map(\.value) + [agenda, turns].compactMap(\.self))
  }
}

extension IndexManifest {
  var bytes: [UInt8] {
    var text = Self.title + "\n"
    text += "settings \(settings)\njudged \(judgedAt.milliseconds)\n"
    if let agenda { text += "agenda \(agenda)\n" }
    if let turns { text += "turns \(turns)\n" }
    if let reach { text += "reach \(reach)\n" }
    for (month, name) in months.entries {
      text += "month \(month) \(name)\n"
    }
    for segment in segments { text += segment.line + "\n" }
    // Whether a folder of the log moved, nobody asks of an index.
    var mark = mark
    mark.folders = FolderTimes()
    return FoldMark.sealed(text + "mark\n" + mark.text)
  }

  /// Bytes that are no manifest, or an older version's.
  struct Unreadable: Error {}

  /// Throws `Unreadable`: the type of an optional manifest would be made while the program runs.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    guard let lines = FoldMark.unsealed(bytes), lines.first?.elementsEqual(Self.title.utf8) == true,
      let end = lines.firstIndex(where: { $0.elementsEqual("mark".utf8) }),
      let mark = FoldMark(Array(lines[(end + 1)...]))
    else { throw Unreadable() }
    self.init(settings: "", judgedAt: SLAStanding.atOnce, mark: mark)
    for line in lines[1..<end] {
      var words = LineWords(line)
      guard let kind = words.text(), take(kind, &words), words.isAtEnd else { throw Unreadable() }
    }
  }

  /// Takes what a line says; false where it makes no sense.
  private mutating func take(_ kind: String, _ words: inout LineWords) -> Bool {
    switch kind {
    case "settings":
      guard let check = words.text() else { return false }
      settings = check
    case "judged":
      guard let milliseconds = words.number(Int64.self) else { return false }
      judgedAt = Instant(milliseconds: milliseconds)
    case "agenda":
      guard let name = words.text() else { return false }
      agenda = name
    case "turns":
      guard let name = words.text() else { return false }
      turns = name
    case "reach":
      guard let id = words.text().flatMap({ EventID($0) }) else { return false }
      reach = id
    case "month":
      guard let month = words.text(), let name = words.text() else { return false }
      months[month] = name
    case "segment":
      guard let segment = Segment(&words) else { return false }
      segments.append(segment)
    default: return false
    }
    return true
  }
}

extension IndexManifest.Segment {
  fileprivate var line: String {
    func word(_ text: (some CustomStringConvertible)?) -> String { text?.description ?? "-" }
    var words = ["segment", columns, texts.joined(separator: ","), word(clocks), word(gone)]
    words += [word(first), word(last), word(count), word(unfrozen)]
    for times in [bounds.created, bounds.updated, bounds.lastMessage, bounds.due] {
      words += [word(times?.earliest), word(times?.latest)]
    }
    return words.joined(separator: " ")
  }

  fileprivate init?(_ words: inout LineWords) {
    guard let columns = words.text(), let texts = words.next(), let clocks = words.text(),
      let gone = words.text(), let first = words.number(UInt64.self),
      let last = words.number(UInt64.self), let count = words.number(Int.self),
      let unfrozen = words.number(Int.self),
      first <= last, (1...TicketColumnsWriter.most).contains(count)
    else { return nil }
    func times() -> IndexManifest.Times? {
      let (first, last) = (words.number(Int64.self), words.number(Int64.self))
      guard let first, let last, first <= last else { return nil }
      return IndexManifest.Times(earliest: first, latest: last)
    }
    let (created, updated, lastMessage, due) = (times(), times(), times(), times())
    self.init(
      columns: columns,
      texts: texts.parts(at: UInt8(ascii: ","), keepingEmpty: false)
        .map { String(decoding: $0, as: UTF8.self) },
      clocks: clocks == "-" ? nil : clocks, gone: gone == "-" ? nil : gone, first: first,
      last: last, count: count, unfrozen: unfrozen,
      bounds: IndexManifest.Bounds(
        created: created, updated: updated, lastMessage: lastMessage, due: due))
  }
}
