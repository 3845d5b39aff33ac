import Foundation

/// Runs commands on a terminal of their own, for the few things that only happen there.
package enum Terminal {
  package struct Size: Sendable {
    var columns = 80
    var rows = 24
  }

  /// Runs a command line under `/bin/sh` on a new terminal. `input` is typed at once; of
  /// `answering`, each text is typed when its prompt has been printed. What is typed is echoed.
  /// Several runs in one `sandbox` share its folder.
  package static func run(
    _ command: String, in sandbox: Sandbox? = nil, columns: Int = 80, rows: Int = 24,
    input: String = "", answering: KeyValuePairs<String, String> = [:],
    environment: [String: String] = [:], timeout: Duration = .seconds(20)
  ) throws -> Ended {
    let sandbox = try sandbox ?? Sandbox()
    let settings = try sandbox.settings()
      .merging(["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
    return try Child(
      shell: ["-c", sandbox.placed(command)], settings, on: Size(columns: columns, rows: rows)
    ).gather(within: timeout, typing: [("", input)] + answering.map { ($0, $1) })
  }
}
