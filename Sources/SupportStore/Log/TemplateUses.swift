import Platform
import SupportModel

/// How often each template was used, counted from the log.
///
/// What a file of the log says does not change but by growing, or by being replaced as a whole. So
/// this copy remembers, for each file, up to where it was counted and as which inode, and reads only
/// what is new. The memory is derived: lost or damaged, it is counted anew. In `.support/template-uses`:
///
///     support-template-uses 1
///     2026/11/20-4kx9.jsonl INODE SIZE refund=12@2026-11-20T10:00:00.000Z ...
///     CRC-32C
package struct TemplateUses: Sendable {
  package struct Uses: Hashable, Sendable {
    package var count = 0
    package var lastAt: Instant?

    fileprivate mutating func add(_ count: Int, _ at: Instant?) {
      self.count += count
      lastAt = [lastAt, at].compactMap(\.self).max()
    }
  }

  fileprivate struct Counted {
    var inode: UInt64 = 0
    var size = 0
    var uses: [String: Uses] = [:]
  }

  private var files: [String: Counted] = [:]

  /// By the names of templates.
  package var all: [String: Uses] {
    files.values.reduce(into: [:]) { all, file in
      for (name, uses) in file.uses { all[name, default: Uses()].add(uses.count, uses.lastAt) }
    }
  }
}

extension EventLog {
  /// Counts the templates that were used, and remembers it where the folder can be written.
  package func templateUses() throws -> TemplateUses {
    let known = TemplateUses(try FileSystem.readIfPresent(layout.templateUses) ?? [])
    var uses = TemplateUses()
    for file in try files() { try uses.count(file, known, self) }
    let bytes = uses.bytes
    if bytes != known.bytes {
      // A folder that cannot be written is counted anew each time, and nothing else.
      try? FileSystem.replace(layout.templateUses, with: bytes)
    }
    return uses
  }
}

extension TemplateUses {
  /// What the line of an event that used a template holds.
  private static let mark = BackwardSearch("\"templates\":[")

  fileprivate mutating func count(
    _ file: LogFile, _ known: TemplateUses, _ log: EventLog
  ) throws {
    guard let status = try FileSystem.statusIfPresent(log.path(file)), status.kind == .file else {
      return
    }
    var counted = known.files[file.description] ?? Counted()
    if counted.inode != status.inode || counted.size > status.size {
      counted = Counted(inode: status.inode)
    }
    if counted.size < status.size {
      let (lines, end, _) = try log.lines(of: file, from: counted.size)
      for line in lines where Self.mark.isFound(in: line.bytes) { counted.add(line) }
      counted.size = end
    }
    files[file.description] = counted
  }
}

extension TemplateUses.Counted {
  fileprivate mutating func add(_ line: LogLine) {
    guard let event = try? line.event() else { return }
    for name in event.meta["templates"]?.strings ?? [] where Template.isLegal(name: name) {
      uses[name, default: TemplateUses.Uses()].add(1, event.at)
    }
  }
}

// MARK: The memory

extension TemplateUses {
  private static let heading = "support-template-uses 1"

  fileprivate var bytes: [UInt8] {
    var text = Self.heading + "\n"
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let uses = file.uses.sorted { $0.key < $1.key }.map { name, uses in
        " \(name)=\(uses.count)@\(uses.lastAt?.description ?? "")"
      }
      text += "\(name) \(file.inode) \(file.size)\(uses.joined())\n"
    }
    return Array(text.utf8) + Array("\(CRC32C.checksum(Array(text.utf8)))\n".utf8)
  }

  /// Nothing, where the bytes are not whole.
  fileprivate init(_ bytes: [UInt8]) {
    let lines = bytes.dropLast().parts(at: 0x0A, keepingEmpty: true)
    guard let check = lines.last, lines.count > 1,
      String(decoding: lines[0], as: UTF8.self) == Self.heading,
      UInt32(String(decoding: check, as: UTF8.self))
        == CRC32C.checksum(Array(bytes[..<check.startIndex]))
    else { return }
    for line in lines.dropFirst().dropLast() {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
      guard words.count >= 3, let inode = UInt64(words[1]), let size = Int(words[2]) else {
        continue
      }
      files[words[0]] = Counted(inode: inode, size: size, uses: Self.uses(words.dropFirst(3)))
    }
  }

  private static func uses(_ words: some Sequence<String>) -> [String: Uses] {
    words.reduce(into: [:]) { uses, word in
      let parts = word.split { $0 == "=" || $0 == "@" }.map(String.init)
      guard parts.count >= 2, let count = Int(parts[1]) else { return }
      uses[parts[0]] = Uses(count: count, lastAt: parts.last.flatMap { Instant($0) })
    }
  }
}
