import Platform
import SupportModel

/// The whole program: makes desks of any size, and times commands against what a user would pick
/// instead.
enum Bench {
  static let usage = """
    Usage: support-bench make-desk DIR [--tickets N] [--seed S]
           support-bench run [--tickets N,...] [--runs K] [--only WORD,...] [--folder DIR] [--keep]
                             [--json]
           support-bench memory PROGRAM [WORD...]
           support-bench layout MAP

    make-desk  makes a desk of N tickets (1000) in DIR, the same one for the same seed and day
    run        times the `support` beside this program against git, sqlite3 and tar
    memory     runs a command and says how many bytes of memory it held at most
    layout     says in which order the linker should put what everyday commands need, from lld's
               map of the `support` beside this program; it needs valgrind

      --tickets N,...  the sizes of the desks (100,20000)
      --runs K         how often each command runs, in turn with its peer (51)
      --only WORD,...  only lines with one of the words in their names
      --folder DIR     where the desks and databases of a run lie (a fresh one in TMPDIR)
      --keep           leave them there; with --folder a later run finds and uses them
      --json           one JSON object a line instead of the tables

    Whole processes are timed, with a warm cache, and `support` from a copy, as if installed. A ratio
    is the median over pairs of runs; where one is over its bound, the exit status is 1. A peer that
    is not installed is skipped. At the end a table shows how each command grows with the desk.

    The words of the searches are chosen from the tickets by how many of them they are in: one in a
    thousand (rare), two of one in twenty (and), the two commonest (or), neighbours (phrase), the
    beginning of one in a hundred (prefix). "first read" comes after the index was deleted, "import"
    goes into an empty desk; both run in desks of up to 100000 tickets, and few times. "memory" is the
    most that any read holds resident, in megabytes of a million bytes; with --json, what each holds.
    "merge 10000" is the first command after a pull that brought so many events; ten thousand
    commands are not run for it: the time of one counts as many times.

    """

  /// Returns the exit status.
  static func run(_ words: [String]) -> Int32 {
    do {
      switch try Arguments.parse(words) {
      case .help: try write(usage)
      case .makeDesk(let plan): try make(plan)
      case .run(let options): return try Race(options).run()
      case .memory(let command): return try tellMemory(of: command)
      case .layout(let map): try tellLayout(map)
      }
      return 0
    } catch let error as ArgumentError {
      tell("error: \(error.description)\n\(usage)")
      return 2
    } catch {
      tell("error: \(error)")
      return 1
    }
  }

  private static func make(_ plan: DeskPlan) throws {
    let started = WallClock.monotonicNanoseconds()
    let layout = try DeskMaker.make(plan)
    let seconds = (WallClock.monotonicNanoseconds() - started) / 1_000_000_000
    tell("made a desk of \(plan.tickets) tickets in \(seconds) s")
    try write(layout.root + "\n")
  }

  private static func tellLayout(_ map: String) throws {
    let order = try LayoutMaker(map: map).order()
    try write("# What everyday commands need, in that order: see docs/speed.md.\n")
    try write(order.map { $0 + "\n" }.joined())
  }

  /// Returns the command's own status.
  private static func tellMemory(of command: [String]) throws -> Int32 {
    let path = Environment.current()["PATH"]
    guard let program = ChildProcess.find(command[0], path: path) else {
      throw SystemError("find", command[0], code: 2)
    }
    let cost = try ChildProcess.cost(of: program, Array(command.dropFirst()))
    try write("\(cost.peakMemory)\n")
    return cost.status
  }

  /// Data goes to standard output.
  static func write(_ text: String) throws {
    let output = StandardStream(.output)
    try output.write(text)
    try output.flush()
  }

  /// Everything else goes to standard error; if that is closed there is nobody to tell.
  static func tell(_ line: String) {
    let errors = StandardStream(.error)
    try? errors.write("support-bench: \(line)\n")
    try? errors.flush()
  }
}
