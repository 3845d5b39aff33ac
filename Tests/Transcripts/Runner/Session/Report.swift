/// What came of running one transcript.
struct Report {
  struct Failure: Equatable {
    /// The line of the file, counted from one, on which the command begins.
    var line: Int
    var text: String
  }

  /// The programs without which nothing was run.
  var missing: [String] = []
  /// The steps that printed something else.
  var mismatches: [Failure] = []
  /// The step that did not come to its end; the ones after it were not run.
  var unfinished: Failure?
  /// The text of the file with what was printed instead; nil when there is nothing to accept.
  var rewritten: String?

  var failures: [Failure] { mismatches + (unfinished.map { [$0] } ?? []) }
}
