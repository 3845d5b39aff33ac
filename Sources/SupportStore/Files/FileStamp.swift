import Platform

/// What the system says of a file, or a folder, as long as nobody changes it.
struct FileStamp: Equatable {
  var inode: UInt64
  var size: Int
  var changed: Int64

  init(_ status: FileStatus) {
    (inode, size, changed) = (status.inode, status.size, status.changed)
  }

  init(inode: UInt64, size: Int, changed: Int64) {
    (self.inode, self.size, self.changed) = (inode, size, changed)
  }

  /// In nanoseconds: what changed so short a time ago may change again without its showing.
  private static let racy: Int64 = 2_000_000_000

  /// Whether each later change will show.
  var isSettled: Bool { changed + Self.racy < WallClock.nanoseconds() }
}
