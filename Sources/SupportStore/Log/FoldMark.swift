import Platform
import SupportModel

/// Up to where the documents of this copy are known to be folded.
///
/// It is kept in `.support/folded/`, is made anew when it is lost, and lets a command see with a
/// few `stat` calls that nothing moved: the folders of the log by their time of change, and the one
/// file that this copy itself appends to by its size. Other files only ever arrive or are replaced
/// (git, rsync), which their folder's time shows.
///
/// Documents and mark are written without waiting for the disk. So a power cut may leave a new mark
/// beside old documents. The mark says in which start of the machine it was written, and up to which
/// position of the hot file the documents were on the disk by then ("settled"); in any other start,
/// what lies between there and the folded position is looked at again.
///
/// The mark also says when that was, so that documents which somebody else touched since then can be
/// told (see `TouchedDocuments`).
///
///     .support/folded/mark       the newest event, the hot file, and each folder with its time
///     .support/folded/2026-11    the files of one month, each with the position that is folded
///     .support/folded/erasures   what was erased
///
/// The mark ends with a line that holds the CRC-32C of those before it, and holds that of each of
/// the other files: what fails it is not believed. A kill or a power cut may leave files of
/// different ages, and an old mark beside a later month would pass over the erasures in it.
struct FoldMark: Sendable {
  var newest: EventID?
  /// The file that this copy appends to, and how much of it is folded.
  var hot: LogFile?
  var hotPosition = LogPosition()
  /// Up to where in the hot file the documents are known to be on the disk. Those of all other files
  /// are.
  var settled = LogPosition()
  /// When documents were last written for another reason than a line of the hot file past `settled`,
  /// in nanoseconds since 1970.
  var since: Int64 = 0
  /// The start of the machine that it was written in; nil where that is not known.
  var boot: String?
  var folders = FolderTimes()
  /// The checksum of the file of each month.
  var months = NameTable<UInt32>()
  /// The checksum of the file of erasures; nil where nothing was ever erased.
  var erasureCheck: UInt32?

  private static let title = "support-fold-mark 4"

  /// How many bytes of the log may be folded without their documents being known to be on the disk.
  static let unsettledLimit = 256 * 1024

  static func read(_ layout: DeskLayout) throws -> FoldMark? {
    for _ in 1...looks {
      guard let bytes = try FileSystem.readIfPresent(layout.folded + "/mark") else { return nil }
      if let lines = unsealed(bytes) { return FoldMark(lines) }
    }
    return nil
  }

  /// How often a mark is looked at whose bytes make no sense: a command may have been writing them.
  private static let looks = 3

  /// When the mark was last written, in nanoseconds; 0 where there is none.
  static func timeOfWriting(_ layout: DeskLayout) throws -> Int64 {
    try FileSystem.statusIfPresent(layout.folded + "/mark")?.changed ?? 0
  }

  /// Nil for lines that are not a mark: it is then made anew.
  init?(_ lines: [ArraySlice<UInt8>]) {
    guard lines.first?.elementsEqual(Self.title.utf8) == true else { return nil }
    for line in lines.dropFirst() {
      var words = LineWords(line)
      guard let kind = words.text(), take(kind, &words), words.isAtEnd else { return nil }
    }
  }

  /// Takes what a line says; false where it makes no sense.
  private mutating func take(_ kind: String, _ words: inout LineWords) -> Bool {
    switch kind {
    case "folder":
      guard let name = words.text(), let time = words.number(Int64.self) else { return false }
      folders[name] = time
    case "month":
      guard let name = words.text(), let check = words.number(UInt32.self) else { return false }
      months[name] = check
    case "hot":
      guard let file = words.text(), let position = LogPosition(&words) else { return false }
      hot = LogFile(month: String(file.prefix(7)), name: String(file.dropFirst(8)))
      hotPosition = position
    case "settled":
      guard let position = LogPosition(&words) else { return false }
      settled = position
    case "since":
      guard let time = words.number(Int64.self) else { return false }
      since = time
    case "erasures":
      guard let check = words.number(UInt32.self) else { return false }
      erasureCheck = check
    case "newest":
      guard let id = words.text() else { return false }
      newest = EventID(id)
    case "boot":
      guard let start = words.text() else { return false }
      boot = start
    default: return false
    }
    return true
  }

  init() {}

  func write(_ layout: DeskLayout) throws {
    try FileSystem.overwrite(layout.folded + "/mark", with: Self.sealed(text))
  }

  /// The lines above the checksum.
  var text: String {
    var text = Self.title + "\n"
    if let newest { text += "newest \(newest)\n" }
    if let hot { text += "hot \(hot) \(hotPosition)\n" }
    text += "settled \(settled)\nsince \(since)\n"
    if let boot { text += "boot \(boot)\n" }
    if let erasureCheck { text += "erasures \(erasureCheck)\n" }
    for (folder, time) in folders.entries {
      text += "folder \(folder) \(time)\n"
    }
    for (month, check) in months.entries {
      text += "month \(month) \(check)\n"
    }
    return text
  }

  /// Notes that all documents are written, and on the disk up to a position of the hot file.
  mutating func settle(at position: LogPosition) {
    settled = position
    since = WallClock.nanoseconds()
  }

  /// Removes the mark, durably: files that it speaks of are about to be replaced.
  static func forget(_ layout: DeskLayout) throws {
    try FileSystem.removeDurablyIfPresent(layout.folded + "/mark")
  }

  static func sealed(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes + seal(of: bytes)
  }

  /// The last line of the mark.
  private static func seal(of bytes: some Sequence<UInt8>) -> [UInt8] {
    Array("crc \(String(CRC32C.checksum(bytes), radix: 16))\n".utf8)
  }

  /// The lines above the checksum; nil where it is not theirs. By bytes, not characters: every
  /// command reads the mark.
  static func unsealed(_ bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    let newline = UInt8(ascii: "\n")
    guard let end = bytes.dropLast().lastIndex(of: newline).map({ $0 + 1 }) else { return nil }
    let text = bytes[..<end]
    guard bytes[end...].elementsEqual(seal(of: text)) else { return nil }
    return text.parts(at: newline, keepingEmpty: false)
  }
}
