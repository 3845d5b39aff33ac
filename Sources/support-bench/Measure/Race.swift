import Platform
import SupportModel
import SupportStore

/// Runs the lines one after the other and tells what came of them.
struct Race {
  private let options: RunOptions
  /// The `support` beside this program.
  private let built: String
  private let tools: Tools

  init(_ options: RunOptions) throws {
    self.options = options
    let environment = Environment.current()
    tools = Tools(environment)
    guard let own = FileSystem.realPath(try ChildProcess.ownProgram()),
      let folder = FileSystem.parent(of: own)
    else { throw SystemError("find", "support", code: 2) }
    built = folder + "/support"
  }

  /// Returns the exit status: 1 where a bound is missed.
  func run() throws -> Int32 {
    let folder = try makeFolder()
    defer { if !options.keeps { try? FileSystem.removeTree(folder) } }
    let support = try install(in: folder)
    let stands = try options.sizes.map { size in
      try Stand(folder: folder, tickets: size, tools: tools)
    }
    var lines: [Line] = []
    if !options.json { try Bench.write(Line.header) }
    var benchmarks = try Benchmark.all(stands, support: support, tools: tools)
    benchmarks.append(try Stand.clock(support, tools: tools, folder: folder))
    if let largest = stands.last(where: { $0.size <= Self.copied }), let tar = tools.tar {
      let merge = try Merge(into: largest, folder: folder, tar: tar)
      benchmarks += merge.lines(support, tar: tar, largest.reply(support))
    }
    for benchmark in benchmarks {
      lines.append(try tell(benchmark.run(min(options.runs, benchmark.mostRuns))))
    }
    if let writers = stands.last?.writers(support, tools.sqlite) {
      lines.append(try tell(writers.run()))
    }
    return lines.contains { $0.verdict == .missed } ? 1 : 0
  }

  /// The merge works in copies of a desk; larger ones are not copied.
  private static let copied = 100_000

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
