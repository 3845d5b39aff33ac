import Foundation
import Testing

/// Runs the shell sessions of every transcript, of the README and of the guide against the built
/// program. `ACCEPT=1` writes what was printed into the files instead of failing.
struct TranscriptTests {
  @Test("A session prints what its transcript says", arguments: Transcript.all)
  func session(_ transcript: Transcript) throws {
    let report = try transcript.session().run(as: transcript.path)
    if !report.missing.isEmpty {
      say("skipped: \(transcript) needs \(report.missing.joined(separator: ", "))")
    } else if let text = report.rewritten, isAccepting {
      try text.write(to: transcript.file, atomically: true, encoding: .utf8)
      let lines = report.mismatches.map { String($0.line) }.joined(separator: ", ")
      say("accepted: \(transcript), what the commands on these lines print: \(lines)")
    } else {
      for failure in report.failures {
        Issue.record(Comment(rawValue: failure.text), sourceLocation: transcript[failure.line])
      }
    }
  }

  @Test func `Transcripts are found`() {
    #expect(!Transcript.all.isEmpty)
  }

  private var isAccepting: Bool {
    !["", "0"].contains(ProcessInfo.processInfo.environment["ACCEPT"] ?? "")
  }

  private func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

extension Transcript {
  /// A place in the file, for a test report to point at.
  fileprivate subscript(line: Int) -> SourceLocation {
    SourceLocation(fileID: "Transcripts/" + path, filePath: file.path, line: line, column: 1)
  }
}
