import Platform
import SupportModel

/// The files of each month, in a file by the mark's side: only the months whose folders moved are
/// looked at.
extension FoldMark {
  /// How much of each file of a month is folded. A file that is not the one this mark was written
  /// with tells nothing.
  func positions(of month: String, _ layout: DeskLayout) throws -> [LogFile: LogPosition] {
    positions(of: month, in: try bytes(of: month, layout) ?? [])
  }

  /// The bytes of the file of a month; nil where it is not the one this mark was written with.
  func bytes(of month: String, _ layout: DeskLayout) throws -> [UInt8]? {
    guard let check = months[month],
      let bytes = try FileSystem.readIfPresent(Self.path(of: month, layout)),
      CRC32C.checksum(bytes) == check
    else { return nil }
    return bytes
  }

  /// How much of each file is folded as the bytes of the file of the month say, and of the hot file
  /// as the mark itself does.
  func positions(of month: String, in bytes: [UInt8]) -> [LogFile: LogPosition] {
    var positions: [LogFile: LogPosition] = [:]
    for line in bytes[...].parts(at: UInt8(ascii: "\n"), keepingEmpty: false) {
      // The name comes last: whoever copied the file may have put spaces into it.
      var words = LineWords(line)
      guard let position = LogPosition(&words), let name = words.restOfLine(),
        let file = LogFile(month: month, name: name)
      else { continue }
      positions[file] = position
    }
    if let hot, hot.month == month[...] { positions[hot] = hotPosition }
    return positions
  }

  /// Writes the file of a month. It holds once this mark is written.
  mutating func write(
    _ positions: [LogFile: LogPosition], of month: String, _ layout: DeskLayout
  ) throws {
    let lines = positions.sorted { $0.key < $1.key }.map { file, position in
      "\(position) \(file.name)\n"
    }
    let bytes = Array(lines.joined().utf8)
    try FileSystem.replace(Self.path(of: month, layout), with: bytes)
    months[month] = CRC32C.checksum(bytes)
  }

  private static func path(of month: String, _ layout: DeskLayout) -> String {
    "\(layout.folded)/\(month.prefix(4))-\(month.suffix(2))"
  }
}
