import SupportModel

/// Which lines of a file belong together. Transactions follow upon each other, so that a line's own
/// place and those of the lines before it are all there is to know; where a merge mixed the lines of
/// two files, they stand for themselves.
extension [LogLine] {
  /// Where the transaction begins of which the last lines are a part while its rest is missing; nil
  /// where the last line ends one.
  var openTransaction: Int? {
    guard let last = last?.part, !last.isLast else { return nil }
    return start(ofTransactionAt: count - 1)
  }

  /// Where what was never written whole begins, as NULs in the last transaction show.
  var firstTorn: Int? {
    var whole = count
    while whole > 0, !endsTransaction(whole - 1) { whole -= 1 }
    guard let hole = self[whole...].firstIndex(where: \.hasHole) else { return nil }
    guard hole > whole, let before = self[hole - 1].part, !before.isLast else { return hole }
    return start(ofTransactionAt: hole - 1) ?? hole
  }

  /// Whether a line is an event that ends its transaction, all of which is there.
  private func endsTransaction(_ place: Int) -> Bool {
    guard (try? self[place].event()) != nil else { return false }
    guard let part = self[place].part else { return true }
    guard part.isLast, let start = start(ofTransactionAt: place) else { return false }
    return !self[start...place].contains(where: \.hasHole)
  }

  /// Follows the parts of a transaction back to the first, or to the first line that was read; nil
  /// where another line stands between.
  private func start(ofTransactionAt place: Int) -> Int? {
    var (place, part) = (place, self[place].part)
    while let previous = part?.previous, place > 0 {
      guard self[place - 1].part == previous else { return nil }
      (place, part) = (place - 1, previous)
    }
    return place
  }
}

extension LogLine {
  /// Whether some of its bytes never reached the disk: JSON has no NUL.
  fileprivate var hasHole: Bool { bytes.contains(0) }
}
