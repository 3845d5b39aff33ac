import Foundation
import TestPrograms

/// The shell script that runs the steps of a session one after the other in one shell, and prints
/// after each a marker that nobody can guess with the exit status.
struct Script {
  /// What one step did.
  struct Result: Equatable {
    var output: [UInt8]
    var status: Int32
  }

  let text: String
  private let marker: String

  /// The next command sees the exit status of the one before it, as at a prompt.
  init(_ steps: [Step], marker: String = UUID().uuidString) {
    self.marker = marker
    var script = """
      _next() {
        _status=$?
        [ "$2" = 1 ] || printf '%s %d\\n' '\(marker)' "$_status"
        export SUPPORT_NOW="$1" SUPPORT_SEED="$2"
        return "$_status"
      }

      """
    for step in steps {
      let typed = step.command.replacingOccurrences(of: "'", with: #"'\''"#)
      script += "_next \(Clock.text(step.now)) \(step.seed)\neval '\(typed)\n'\n"
    }
    text = script + "_next end end\n"
  }

  /// The results of the steps that ended, and what was printed after the last of them.
  func results(in output: [UInt8]) -> (ended: [Result], rest: [UInt8]) {
    var ended: [Result] = []
    var rest = output[...]
    while let found = rest.firstRange(of: Array(marker.utf8)),
      let end = rest[found.upperBound...].firstIndex(of: UInt8(ascii: "\n"))
    {
      let number = String(decoding: rest[found.upperBound..<end].dropFirst(), as: UTF8.self)
      ended.append(
        Result(output: Array(rest[..<found.lowerBound]), status: Int32(number) ?? -1))
      rest = rest[(end + 1)...]
    }
    return (ended, Array(rest))
  }
}
