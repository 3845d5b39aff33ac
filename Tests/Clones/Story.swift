/// All that was done in a history, as a shell script that does it again in an empty folder.
struct Story {
  /// Runs a command in a clone, by the clone's clock.
  static let preamble = """
    export HOME="$PWD/home" GIT_CONFIG_NOSYSTEM=1 GIT_EDITOR=true
    export GIT_TERMINAL_PROMPT=0 LC_ALL=C TZ=UTC
    at() {
      (cd "$1" && export SUPPORT_NOW="$2" GIT_AUTHOR_DATE="$2" GIT_COMMITTER_DATE="$2" \\
        SUPPORT_SEED="$3" && eval "$4")
    }

    """

  private(set) var lines: [String] = []
  let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// The line that runs a command.
  static func line(_ command: String, in folder: String, at time: String, seed: Int) -> String {
    "at \(folder) \(time) \(seed) '\(command.replacing("'", with: #"'\''"#))'"
  }

  mutating func add(_ line: String, status: Int32?) {
    let end = status == 0 ? "" : "  # ends with \(status.map(String.init) ?? "a signal")"
    lines.append(line + end)
  }

  var script: String {
    "#!/bin/sh\n# The history of seed \(seed). Run it in an empty folder.\nmkdir home\n"
      + Self.preamble + lines.map { $0 + "\n" }.joined()
  }
}
