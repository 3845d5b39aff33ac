import Foundation
import TestPrograms

/// Many processes at one desk: shells that each run commands one after the other, all at once, and
/// write down what was acknowledged.
struct Crowd {
  let sandbox: Sandbox
  /// The ticket that all of them work on.
  let ticket: String

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run("support init --as ada")
    ticket = try sandbox.run("support ticket new -s Crowd -m start").text
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs one shell for each writer and each reader until the writers are done. `$me` is the number
  /// of each, from 1; readers go on until there is a file `done`.
  func run(
    writers: Int, doing write: String, readers: Int = 0, doing read: String = ":",
    within timeout: Duration
  ) throws -> Ended {
    try sandbox.run(
      script: """
        unset SUPPORT_NOW SUPPORT_SEED
        ticket=\(ticket)
        write() {
        \(write)
        }
        read_on() {
        while [ ! -e done ]; do
        \(read)
        done
        }
        readers=
        me=1; while [ $me -le \(readers) ]; do read_on & readers="$readers $!"; me=$((me + 1)); done
        writers=
        me=1; while [ $me -le \(writers) ]; do write & writers="$writers $!"; me=$((me + 1)); done
        wait $writers
        touch done
        [ -z "$readers" ] || wait $readers
        """, timeout: timeout)
  }

  /// The lines of all files whose names begin so.
  func lines(_ prefix: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder)
    return try names.filter { $0.hasPrefix(prefix) }.sorted().flatMap { name in
      try text(name).split(separator: "\n").map(String.init)
    }
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: sandbox.folder + "/" + name, encoding: .utf8)
  }

  /// What a command of now prints, as JSON.
  func json(_ command: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try sandbox.run(command).output))
  }

  /// The bodies of the ticket's thread.
  func thread() throws -> [String] {
    Self.thread(try json("support ticket show \(ticket) --json"))
  }

  static func thread(_ shown: Any) -> [String] {
    let messages = (shown as? [String: Any])?["messages"] as? [[String: Any]] ?? []
    return messages.compactMap { $0["body"] as? String }
  }
}
