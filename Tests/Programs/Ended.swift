import Foundation

/// What a program printed, and how it came to its end.
package struct Ended: Equatable {
  package enum Way: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    case timedOut
    case printedTooMuch
  }

  /// Both streams, interleaved as a terminal would show them.
  package let output: [UInt8]
  package let way: Way

  package init(output: [UInt8], way: Way) { (self.output, self.way) = (output, way) }

  /// The exit status as a shell counts it; nil when the program had to be stopped.
  package var status: Int32? {
    switch way {
    case .exited(let status): status
    case .killed(let signal): 128 + signal
    case .timedOut, .printedTooMuch: nil
    }
  }

  /// The output as text, its lines ended by a line feed alone (terminals add a carriage return).
  package var text: String {
    String(decoding: output, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
