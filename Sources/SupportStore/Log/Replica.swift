import Platform
import SupportModel

/// The random name under which this working copy writes its own log files, and those it had before.
///
/// `.support/replica` holds the name, the inode of its folder, and the former names:
///
///     4kx9 8412345 t7q2 0mze
///
/// A copied desk has another inode. It gets a name of its own before it writes, and the former
/// names stay with the original. A copy that finds its own files cut back or replaced (another
/// branch, a reset, a stash) takes a new name as well, so that no two histories append to the same
/// file: git can then merge them whatever way they went.
struct Replica: Sendable {
  let name: String
  let former: [String]

  /// All names that this copy writes or wrote under.
  var names: Set<Substring> { Set(former.map { $0[...] }).union([name[...]]) }

  /// Whether nobody but this copy writes the file.
  func owns(_ file: LogFile) -> Bool { names.contains(file.replica) }
}

extension Replica {
  /// This copy's name, if it has one.
  static func current(_ layout: DeskLayout) throws -> Replica? {
    guard let bytes = try FileSystem.readIfPresent(layout.replica) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let names = words.enumerated().filter { $0.offset != 1 }.map(\.element)
    guard words.count >= 2, names.allSatisfy(isLegal),
      UInt64(words[1]) == (try FileSystem.status(layout.local).inode)
    else { return nil }
    return Replica(name: String(names[0]), former: names.dropFirst().map(String.init))
  }

  /// This copy's name to write under: a new one, durably, where it has none or where the files that
  /// were `cutBack` are its own.
  static func claim(
    _ layout: DeskLayout, cutBack: Set<LogFile> = [], using chance: inout Chance
  ) throws -> Replica {
    let current = try current(layout)
    if let current, !cutBack.contains(where: { $0.replica == current.name[...] }) {
      return current
    }
    return try claimNew(layout, after: current, using: &chance)
  }

  /// A new name for this copy, durably.
  static func claimNew(
    _ layout: DeskLayout, after current: Replica?, using chance: inout Chance
  ) throws -> Replica {
    let former = current.map { [$0.name] + $0.former } ?? []
    let taken = try Set(EventLog(layout).files().map { String($0.replica) }).union(former)
    var name = fresh(using: &chance)
    while taken.contains(name) { name = fresh(using: &chance) }
    let inode = try FileSystem.status(layout.local).inode
    let words = [name, "\(inode)"] + former
    try FileSystem.replace(
      layout.replica, with: Array((words.joined(separator: " ") + "\n").utf8), durable: true)
    return Replica(name: name, former: former)
  }

  private static func isLegal(_ name: Substring) -> Bool {
    name.utf8.count == 4 && name.utf8.allSatisfy(alphabet.contains)
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func fresh(using chance: inout Chance) -> String {
    let bits = chance.next()
    return String(decoding: (0..<4).map { alphabet[Int(bits >> ($0 * 5) & 31)] }, as: UTF8.self)
  }
}
