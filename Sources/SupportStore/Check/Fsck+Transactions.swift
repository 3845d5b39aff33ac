import SupportModel

/// Whether the events of a transaction are all there.
extension Fsck {
  /// Names the transactions of which lines are missing inside a file. Where a merge mixed the lines
  /// of two files, each part is there as often as any other.
  mutating func checkTransactions(_ lines: [LogLine], of file: LogFile) {
    var linesOfPart: [Int: [Int: [LogLine]]] = [:]
    for line in lines {
      guard let part = line.part else { continue }
      linesOfPart[part.count, default: [:]][part.number, default: []].append(line)
    }
    for (count, parts) in linesOfPart.sorted(by: { $0.key < $1.key }) {
      let most = parts.values.map(\.count).max() ?? 0
      guard let short = (1...count).first(where: { parts[$0, default: []].count < most }),
        let line = Self.firstBreak(lines, count)
      else { continue }
      findings.append(
        Finding(
          .logIncomplete, file: "events/\(file)", line: line.number, record: line.subject,
          "of a transaction of \(count) events, number \(short) is missing"))
    }
  }

  /// The first line of a transaction of so many events that another line than its next one follows.
  private static func firstBreak(_ lines: [LogLine], _ count: Int) -> LogLine? {
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let part = line.part, part.count == count, !part.isLast else { continue }
      if next.part?.previous != part { return line }
    }
    return lines.first { $0.part?.count == count }
  }
}
