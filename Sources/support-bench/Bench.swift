import Platform
import SupportModel

/// The whole program: makes desks of any size, and times commands against what a user would pick
/// instead.
enum Bench {
  static let usage = """
    Usage: support-bench make-desk DIR [--tickets N] [--seed S]
           support-bench run [--tickets N,...] [--runs K] [--folder DIR] [--keep] [--json]

    make-desk  makes a desk of N tickets (1000) in DIR, the same one for the same seed and day
    run        times the `support` beside this program against git and sqlite3

      --tickets N,...  the sizes of the desks (100,20000)
      --runs K         how often each command runs, in turn with its peer (51)
      --folder DIR     where the desks and databases of a run lie (a fresh one in TMPDIR)
      --keep           leave them there; with --folder a later run finds and uses them
      --json           one JSON object a line instead of the table

    Whole processes are timed, with a warm cache, and `support` from a copy, as if installed. A ratio
    is the median over pairs of runs; where one is over its bound, the exit status is 1. A peer that
    is not installed is skipped. "merge 10000" is the first command after a pull that brought so many
    events; ten thousand commands are not run for it: the time of one counts as many times.

    """

  /// Returns the exit status.
  static func run(_ words: [String]) -> Int32 {
    do {
      switch try Arguments.parse(words) {
      case .help: try write(usage)
      case .makeDesk(let plan): try make(plan)
      case .run(let options): return try Race(options).run()
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
