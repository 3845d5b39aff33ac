import Platform
import SupportModel

/// What the log holds past a mark.
struct LogTail: Sendable {
  /// The end of a file that is not folded yet.
  struct Part: Sendable {
    var file: LogFile
    /// The byte offset it begins at.
    var from: Int
    /// How much of the file was folded, and so acknowledged; more than `from` where what was there
    /// is not there any more.
    var folded: Int
  }

  var parts: [Part] = []
  /// Whether nothing is known to be folded, and the parts are all there is.
  var isFromStart = false
  /// Files that lack events which were folded (a hard reset, another branch, a file cut short).
  var cutBack: Set<LogFile> = []
  /// The months whose folders moved, with what is folded of the files that are there now.
  var months: [String: [LogFile: LogPosition]] = [:]
  /// Each folder's time of change as seen now; 0 for one that moved so recently that another change
  /// could hide behind the same time.
  var folders = FolderTimes()

  /// What of the hot file is folded into documents that a power cut may have taken back.
  var unsettled: Part?
  /// The start of the machine that this was seen in.
  var boot: String?

  var isCutBack: Bool { !cutBack.isEmpty }
  var isEmpty: Bool { parts.isEmpty && !isCutBack && unsettled == nil }

  /// Whether the mark would spare the next command a look at some folder if it knew its time, or at
  /// the documents if it knew that the machine started anew.
  func settles(_ mark: FoldMark) -> Bool {
    mark.boot != boot
      || folders.entries.contains { $0.value != 0 && $0.value != mark.folders[$0.name] }
  }

  /// The mark with the times of the folders as they are now, in this start of the machine.
  func settling(_ mark: FoldMark) -> FoldMark {
    var mark = mark
    mark.boot = boot
    for (folder, time) in folders.entries { mark.folders[folder] = time }
    return mark
  }
}

extension LogTail {
  /// Without a mark, the whole log is the tail.
  init(past given: FoldMark?, _ layout: DeskLayout, boot: String?) throws {
    isFromStart = given == nil
    self.boot = boot
    let mark = given ?? FoldMark()
    let log = EventLog(layout)
    var moved = try MovedFolders(known: mark.folders, log)
    let months = try moved.months()
    folders = moved.times
    let quiet = months.isEmpty ? 0 : try FoldMark.timeOfWriting(layout) - MovedFolders.racy
    for month in months { try compare(month, with: mark, log, quietBefore: quiet) }
    if let hot = mark.hot, self.months[String(hot.month)] == nil,
      try FileSystem.statusIfPresent(log.path(hot))?.size ?? 0 != mark.hotPosition.offset
    {
      try compare(hot, folded: mark.hotPosition, log)
    }
    if let hot = mark.hot, mark.boot != boot, mark.settled != mark.hotPosition, !isCutBack {
      let from = try mark.settled.holds(in: log.path(hot)) ? mark.settled.offset : 0
      unsettled = Part(file: hot, from: from, folded: mark.hotPosition.offset)
    }
  }

  /// A file of the folded length that has not changed since well before the mark was written is the
  /// one that was folded: only the others are read.
  private mutating func compare(
    _ month: String, with mark: FoldMark, _ log: EventLog, quietBefore: Int64
  ) throws {
    let folded = isFromStart ? [:] : try mark.positions(of: month, log.layout)
    let files = try log.files(of: month)
    cutBack.formUnion(Set(folded.keys).subtracting(files))
    var positions: [LogFile: LogPosition] = [:]
    for file in files {
      positions[file] = try compare(
        file, folded: folded[file] ?? LogPosition(), log, quietBefore: quietBefore)
    }
    months[month] = positions
  }

  /// Finds the part of a file that is not folded. Returns what is.
  @discardableResult
  private mutating func compare(
    _ file: LogFile, folded: LogPosition, _ log: EventLog, quietBefore: Int64 = 0
  ) throws -> LogPosition {
    let path = log.path(file)
    let status = try FileSystem.statusIfPresent(path)
    let size = status?.size ?? 0
    if let status, size == folded.offset, status.changed < quietBefore { return folded }
    guard size >= folded.offset, try folded.holds(in: path) else {
      cutBack.insert(file)
      if size > 0 { parts.append(Part(file: file, from: 0, folded: folded.offset)) }
      return LogPosition()
    }
    if size > folded.offset {
      parts.append(Part(file: file, from: folded.offset, folded: folded.offset))
    }
    return folded
  }
}
