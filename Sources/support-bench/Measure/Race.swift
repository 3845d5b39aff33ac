import Platform
import SupportModel
import SupportStore

/// Runs the lines one after the other and tells what came of them.
struct Race {
  private let options: RunOptions
  /// The `support` beside this program.
  private let built: String
  private let bench: String
  private let tools: Tools

  init(_ options: RunOptions) throws {
    self.options = options
    let environment = Environment.current()
    tools = try Tools(environment)
    (built, bench) = try Equipment.built()
  }

  /// Returns the exit status: 1 where a bound is missed.
  func run() throws -> Int32 {
    let folder = try makeFolder()
    defer { if !options.keeps { try? FileSystem.removeTree(folder) } }
    let equipment = Equipment(
      support: try install(in: folder), bench: bench, tools: tools, folder: folder)
    if tools.sqlite != nil, !tools.searchesTexts {
      Bench.tell("this sqlite3 has no FTS5: searches have no peer")
    }
    let stands = try options.sizes.map { try Stand(tickets: $0, equipment) }
    let heats = Heat.all(stands, equipment).filter { options.wants($0.work) }
    guard !heats.isEmpty else { throw ArgumentError.unknown(options.only.joined(separator: ",")) }
    return try run(heats)
  }

  private func run(_ heats: [Heat]) throws -> Int32 {
    var lines: [Line] = []
    if !options.json { try Bench.write(Line.header) }
    for heat in heats {
      for line in try heat.lines(options.runs) { lines.append(try tell(line)) }
    }
    let growth = Growth(lines)
    try Bench.write(options.json ? growth.json : growth.text)
    return lines.contains { $0.verdict == .missed } ? 1 : 0
  }

  private func tell(_ line: Line) throws -> Line {
    try Bench.write(options.json ? line.json : line.text)
    return line
  }

  /// Copies the program, as it is installed and as its peers were: a file that a linker has put
  /// together piece by piece lies in small pieces in the page cache and starts a third slower.
  private func install(in folder: String) throws -> String {
    let copy = folder + "/support"
    try FileSystem.replace(copy, with: try FileSystem.read(built), mode: 0o755)
    return copy
  }

  /// The folder that was asked for where it is to be kept, else a new one that can be removed whole.
  private func makeFolder() throws -> String {
    let place = options.folder ?? Environment.current()["TMPDIR"] ?? "/tmp"
    let isOurs = options.folder == nil || !options.keeps
    let folder = isOurs ? "\(place)/support-bench-\(ProcessID.current)" : place
    try FileSystem.makeFolder(folder)
    if options.keeps { Bench.tell("keeping \(folder)") }
    return folder
  }
}
