import CommandKit
import Platform
import SupportDesk
import SupportModel

/// Gets the text of a message: from `-m`, from a file, from standard input, or from the editor.
struct MessageInput {
  let session: Session
  /// What the editor's draft is called: `reply-261120-k7qx9m`.
  let draftName: String
  /// What the person should know while writing; taken out again.
  let hint: String

  /// Whether nothing needs to be said, as where templates say it.
  var isOptional = false

  /// The text, with the draft's path where it came from the editor.
  func text(_ call: Call) throws -> (text: String, draft: String?) {
    if let text = call[Shared.message] {
      if call.has(Shared.file) {
        throw UsageError.conflictingOptions(
          ["--message", "--file"], path: session.output.commandPath)
      }
      return (text, nil)
    }
    if let path = call[Shared.file] { return (try Self.read(path), nil) }
    if isOptional { return ("", nil) }
    guard session.prompt.isPossible else {
      throw UsageError.missingOption(["--message", "--file"], path: session.output.commandPath)
    }
    return try fromEditor()
  }

  /// In bytes: the longest message that a desk can be set to take.
  private static let longest = 100_000_000

  /// Invalid UTF-8 is repaired: each broken part becomes U+FFFD.
  static func read(_ path: String) throws -> String {
    let bytes =
      path == "-"
      ? try StandardStream.readInput() : try FileSystem.readStream(path, limit: longest)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let scissors = "# ------------------------ >8 ------------------------"

  private func fromEditor() throws -> (text: String, draft: String?) {
    let path = try session.desk().draftPath(draftName)
    let help = hint.split(separator: "\n").map { "# \($0)\n" }.joined()
    if try FileSystem.readIfPresent(path) == nil {
      let text = "\n\(Self.scissors)\n# Everything below the line is left out.\n\(help)"
      try FileSystem.replace(path, with: Array(text.utf8))
    }
    try Editor(session).edit(path)
    session.passTime()
    let written = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let text = written.range(of: Self.scissors).map { String(written[..<$0.lowerBound]) } ?? written
    if trimmed(text).isEmpty {
      try FileSystem.removeIfPresent(path)
      throw Refusal.empty(field: "message")
    }
    return (text, path)
  }
}

/// What drafts are called, so that a kept one is offered again for the same thing only.
enum DraftName {
  static func new(_ subject: String) -> String {
    let words = subject.lowercased().split { !$0.isLetter && !$0.isNumber }
    // Two strings are put together; a string and a part of one would be in a general way, which takes
    // as long as to read a ticket.
    return "new-" + String(words.joined(separator: "-").prefix(60))
  }
}

extension Session {
  /// Whether a message will be written in the editor.
  func opensEditor(_ call: Call, isOptional: Bool = false) -> Bool {
    call[Shared.message] == nil && !call.has(Shared.file) && !isOptional && prompt.isPossible
  }

  /// Runs what a text was written for. A draft stays on disk until that has worked.
  func withMessage<Result>(
    _ call: Call, draft name: String, hint: String, isOptional: Bool = false,
    _ body: (String) throws -> Result
  ) throws -> Result {
    let input = MessageInput(
      session: self, draftName: name, hint: hint, isOptional: isOptional)
    let (text, draft) = try input.text(call)
    do {
      let result = try body(text)
      if let draft { try FileSystem.removeIfPresent(draft) }
      return result
    } catch {
      if let draft { output.note("your text is kept in \(draft)") }
      throw error
    }
  }
}

extension String {
  /// The first place where a text stands.
  func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
