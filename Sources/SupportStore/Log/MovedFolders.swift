import Platform

/// Finds the folders of the log that changed since their times were noted: files came, went or were
/// replaced there.
struct MovedFolders: ~Copyable {
  /// The times as seen now; 0 for one that moved so recently that another change could hide behind
  /// the same time.
  private(set) var times = FolderTimes()
  private let known: FolderTimes
  private let log: EventLog
  /// The folder of the log; nil where there is none.
  private let events: OpenFolder?
  private let now = WallClock.nanoseconds()

  /// A time of change younger than this when it was looked at proves nothing: the clock that stamps
  /// files ticks coarsely, up to two seconds on some file systems.
  static let racy: Int64 = 2_000_000_000

  /// The same where times have parts of a second: there the clock is the kernel's tick, 10 ms at
  /// the most, of which this is ten.
  private static let racyWithFineTimes: Int64 = 100_000_000

  init(known: FolderTimes, _ log: EventLog) throws {
    (self.known, self.log) = (known, log)
    events = try OpenFolder.ifPresent(log.layout.events)
  }

  /// The months whose folders changed, or are gone.
  mutating func months() throws -> [String] {
    var moved: [String] = []
    let years = known.years
    for year in try look("") ? Self.union(years, log.years()) : years {
      let months = known.months(of: year)
      for month in try look(year) ? Self.union(months, log.months(of: year)) : months
      where try look(month) {
        moved.append(month)
      }
    }
    return moved
  }

  /// Notes a folder's time. Returns whether it is another one.
  private mutating func look(_ folder: String) throws -> Bool {
    guard let time = try time(of: folder) else { return true }
    let isFine = time % 1_000_000_000 != 0
    let window = isFine ? Self.racyWithFineTimes : Self.racy
    times[folder] = time > now - window ? 0 : time
    return time != known[folder]
  }

  private func time(of folder: String) throws -> Int64? {
    folder.isEmpty
      ? try events?.status().changed : try events?.statusIfPresent(of: folder)?.changed
  }

  /// The known folders and the found ones: a known one that is gone is looked at as well.
  private static func union(_ known: [String], _ found: [String]) -> [String] {
    known + found.filter { !known.contains($0) }
  }
}
