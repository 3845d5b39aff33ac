/// Folders of the log with their times of change in nanoseconds, in the order of their names: ""
/// for `events/` itself, `2026`, `2026/11`. There are a dozen a year.
struct FolderTimes: Sendable {
  private(set) var entries: [(name: String, time: Int64)] = []

  subscript(name: String) -> Int64? {
    get {
      let place = place(of: name)
      return isAt(place, name) ? entries[place].time : nil
    }
    set {
      let place = place(of: name)
      switch (isAt(place, name), newValue) {
      case (true, let time?): entries[place].time = time
      case (true, nil): entries.remove(at: place)
      case (false, let time?): entries.insert((name, time), at: place)
      case (false, nil): break
      }
    }
  }

  /// The folders of the years, `2026`.
  var years: [String] { entries.map(\.name).filter { $0.utf8.count == 4 } }

  /// The folders of a year's months, `2026/11`.
  func months(of year: String) -> [String] {
    entries.map(\.name).filter { $0.utf8.count == 7 && $0.hasPrefix(year) }
  }

  private func isAt(_ place: Int, _ name: String) -> Bool {
    place < entries.count && entries[place].name == name
  }

  /// Where the name is, or would have to be put.
  private func place(of name: String) -> Int {
    var (low, high) = (0, entries.count)
    if let last = entries.last, last.name < name { return high }
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
