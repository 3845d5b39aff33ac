import Foundation

/// One command of a session and what it is expected to do.
struct Step: Equatable {
  /// The line of the file, counted from one, on which the command begins.
  var line: Int
  /// What is typed; more than one line where the file continues it with `>`.
  var command: String
  /// The lines the command is to print, as the file spells them, without the indent.
  var expected: [String] = []
  var status: Int32 = 0
  /// The lines of the file, counted from zero, that an accepted output replaces.
  var body: Range<Int>
  /// What the command is told the time is.
  var now: Date
  /// What the command's randomness starts from: its place in the session, from one.
  var seed: Int
}
