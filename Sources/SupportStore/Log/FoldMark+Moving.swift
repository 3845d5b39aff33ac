import Platform
import SupportModel

/// The mark follows what this copy appends to its log.
extension FoldMark {
  /// Notes that all is folded up to a position of a file that lines were just appended to, and writes
  /// the mark. `written` are the records whose documents came with them.
  ///
  /// Where settling is put off, that the documents are on the disk is waited for only before the
  /// mark leaves a file; whoever does that settles in the end.
  mutating func move(
    to file: LogFile, _ end: LogPosition, isNew: Bool, _ layout: DeskLayout,
    of written: some Collection<RecordKey>, putsOffSettling: Bool = false
  ) throws {
    let isSame = file == hot
    let isMuch = end.offset - (isSame ? settled.offset : 0) > Self.unsettledLimit
    let isDue = isMuch && !putsOffSettling || !isSame && (!isNew || settled != hotPosition)
    if isDue || boot == nil {
      try settle(at: end, layout, of: written)
    } else if !isSame {
      settled = LogPosition()
    }
    try follow(file, end, isNew: isNew, layout)
  }

  /// Waits until all documents are on the disk.
  mutating func settle(
    at position: LogPosition, _ layout: DeskLayout, of written: some Collection<RecordKey>
  ) throws {
    try TouchedDocuments(layout: layout, mark: self).healPutBack(but: written)
    try Documents(layout: layout).settle(written, isAll: true)
    settle(at: position)
  }

  private mutating func follow(
    _ file: LogFile, _ end: LogPosition, isNew: Bool, _ layout: DeskLayout
  ) throws {
    if file != hot {
      var positions = try positions(of: String(file.month), layout)
      positions[file] = end
      try write(positions, of: String(file.month), layout)
      if let hot, hot.month != file.month {
        let month = String(hot.month)
        try write(try self.positions(of: month, layout), of: month, layout)
      }
      hot = file
    }
    hotPosition = end
    if isNew {
      // Our own file changed the times of these folders; 0 has them looked at once more.
      for folder in ["", String(file.month.prefix(4)), String(file.month)] { folders[folder] = 0 }
    }
    try write(layout)
  }
}
