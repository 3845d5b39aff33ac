import Platform
import SupportDesk
import SupportModel

/// Where records to import come from.
struct ImportSource {
  /// `-` is standard input.
  let path: String
  let isCSV: Bool
  let ignoresUnknown: Bool
  /// A copy of what came from a pipe, so that it can be read again.
  private var spooled: String?

  init(path: String, isCSV: Bool, ignoresUnknown: Bool) {
    (self.path, self.isCSV, self.ignoresUnknown) = (path, isCSV, ignoresUnknown)
  }

  /// Where rejected records go, unless somebody says otherwise.
  var rejects: String {
    guard path != "-" else { return "import.rejects.jsonl" }
    let stem = [".jsonl", ".ndjson", ".json", ".csv"].first(where: path.lowercased().hasSuffix)
      .map { String(path.dropLast($0.count)) }
    return (stem ?? path) + ".rejects.jsonl"
  }

  /// Copies standard input to a file; what is a regular file already can be read twice.
  mutating func spool(at place: @autoclosure () throws -> String) throws {
    guard try path == "-" || FileSystem.status(path).kind != .file else { return }
    let copy = try OutputFile(place())
    try InputFile(path).forEachBlock { try copy.write(Array($0)) }
    try copy.finish()
    spooled = copy.path
  }

  func removeSpool() {
    // What is left of it is in nobody's way.
    if let spooled { try? FileSystem.remove(spooled) }
  }

  /// Hands out each record with the line on which it begins.
  func read(_ body: (ImportInput, Int) throws -> Void) throws {
    let file = try InputFile(spooled ?? path)
    if isCSV { try readRows(file, body) } else { try readLines(file, body) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func readLines(
    _ file: borrowing InputFile, _ body: (ImportInput, Int) throws -> Void
  ) throws {
    var number = 0
    let limit = Desk.longestRecord
    try file.forEachLine(longest: limit) { line in
      number += 1
      switch line {
      case .tooLong: try body(.broken(ImportError.tooLong(limit: limit), nil), number)
      case .bytes(let bytes):
        var text = Array(bytes)
        if number == 1, text.starts(with: Self.byteOrderMark) { text.removeFirst(3) }
        guard text.contains(where: { $0 > 0x20 }) else { return }
        try body(.line(text), number)
      }
    }
  }

  private func readRows(
    _ file: borrowing InputFile, _ body: (ImportInput, Int) throws -> Void
  ) throws {
    var rows = CSVRows(longest: Desk.longestRecord)
    var header: CSVHeader?
    func take(_ row: CSVRows.Row) throws {
      guard !row.isBlank else { return }
      guard let names = header?.names else {
        header = try CSVHeader(row, ignoresUnknown: ignoresUnknown)
        return
      }
      do { try body(.record(row.record(names)), row.line) } catch let error as ImportError {
        try body(.broken(error, row.json), row.line)
      }
    }
    try file.forEachBlock { try rows.add($0, take) }
    try rows.finish(take)
  }
}
