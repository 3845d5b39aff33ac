import Platform
import SupportModel

extension Repository {
  /// The events that changed files of the log hold and the last commit does not.
  func newEvents(among changes: [GitChange]) throws -> [Event] {
    let logs = changes.filter { place(of: $0.path) == .log }.map(\.path)
    guard !logs.isEmpty else { return [] }
    let committed = try blobs(logs.map { "HEAD:" + $0 })
    var events: [Event] = []
    for (path, old) in zip(logs, committed) {
      let now = try FileSystem.readIfPresent(absolute(path)) ?? []
      events += Self.events(in: now, butNotIn: old ?? [])
    }
    return EventLog.ordered(events)
  }

  /// The events that one commit holds and another does not.
  func events(in new: String, butNotIn old: String) throws -> [Event] {
    let fields = try git.fields([
      "diff-tree", "-r", "-z", "--no-renames", "--diff-filter=AM", old, new, "--", "events",
    ])
    var objects: [(old: String, new: String)] = []
    for place in stride(from: 0, to: fields.count - 1, by: 2) {
      let words = fields[place].split(separator: " ").map(String.init)
      if words.count == 5 { objects.append((words[2], words[3])) }
    }
    let news = try blobs(objects.map(\.new))
    let olds = try blobs(objects.map(\.old))
    return EventLog.ordered(
      zip(news, olds).flatMap { Self.events(in: $0 ?? [], butNotIn: $1 ?? []) })
  }

  /// How many lines the log of a commit has.
  func countEvents(in commit: String) throws -> Int {
    let names = try git.fields(["ls-tree", "-r", "-z", "--full-name", commit, "events"])
      .filter { $0.hasSuffix(".jsonl") }
    let objects = names.compactMap { $0.split(separator: "\t").first?.split(separator: " ").last }
    return try objects.reduce(0) { count, object in
      try count + git.ask(["cat-file", "blob", String(object)]).count { $0 == 0x0A }
    }
  }

  /// Files usually only grow: what is behind their old end is read and nothing else.
  private static func events(in new: [UInt8], butNotIn old: [UInt8]) -> [Event] {
    if new.starts(with: old) { return events(new[old.count...]) }
    let known = Set(events(old[...]).map(\.id))
    return events(new[...]).filter { !known.contains($0.id) }
  }

  private static func events(_ bytes: ArraySlice<UInt8>) -> [Event] {
    bytes.split(separator: 0x0A).compactMap { try? EventLine.decode($0) }
  }

  /// The contents of objects; nil for what does not exist.
  private func blobs(_ names: [String]) throws -> [[UInt8]?] {
    guard !names.isEmpty else { return [] }
    let input = names.map { $0 + "\n" }.joined()
    var rest = try git.ask(["cat-file", "--batch"], input: Array(input.utf8))[...]
    return names.map { _ in Self.nextBlob(&rest) }
  }

  /// Takes `OBJECT blob SIZE`, the bytes and a newline off the front; anything else is one line
  /// that says what is missing.
  private static func nextBlob(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let header = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(header.count + 1)
    let words = String(decoding: header, as: UTF8.self).split(separator: " ")
    guard words.count == 3, words[1] == "blob", let size = Int(words[2]) else { return nil }
    defer { rest = rest.dropFirst(size + 1) }
    return Array(rest.prefix(size))
  }
}
