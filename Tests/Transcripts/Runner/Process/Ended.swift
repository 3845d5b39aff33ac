import Foundation

/// What a program printed, and how it came to its end.
struct Ended: Equatable {
  enum Way: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    case timedOut
    case printedTooMuch
  }

  /// Both streams, interleaved as a terminal would show them.
  let output: [UInt8]
  let way: Way

  /// The exit status as a shell counts it; nil when the program had to be stopped.
  var status: Int32? {
    switch way {
    case .exited(let status): status
    case .killed(let signal): 128 + signal
    case .timedOut, .printedTooMuch: nil
    }
  }

  /// The output as text, its lines ended by a line feed alone (terminals add a carriage return).
  var text: String {
    String(decoding: output, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
