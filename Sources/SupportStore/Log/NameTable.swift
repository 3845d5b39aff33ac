/// Something for each of a few names, in the order of these. For the folders and months of a log, of
/// which there are a dozen a year and which come in their order, it takes less than a dictionary.
struct NameTable<Value: Sendable>: Sendable {
  private(set) var entries: [(name: String, value: Value)] = []

  subscript(name: String) -> Value? {
    get {
      let place = place(of: name)
      return isAt(place, name) ? entries[place].value : nil
    }
    set {
      // Most names come in their order.
      if let newValue, entries.last.map({ $0.name < name }) ?? true {
        return entries.append((name, newValue))
      }
      let place = place(of: name)
      switch (isAt(place, name), newValue) {
      case (true, let value?): entries[place].value = value
      case (true, nil): entries.remove(at: place)
      case (false, let value?): entries.insert((name, value), at: place)
      case (false, nil): break
      }
    }
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

/// Folders of the log with their times of change in nanoseconds: "" for `events/` itself, `2026`,
/// `2026/11`.
typealias FolderTimes = NameTable<Int64>

extension FolderTimes {
  /// The folders of the years, `2026`.
  var years: [String] { entries.map(\.name).filter { $0.utf8.count == 4 } }

  /// The folders of a year's months, `2026/11`.
  func months(of year: String) -> [String] {
    entries.map(\.name).filter { $0.utf8.count == 7 && $0.hasPrefix(year) }
  }
}
