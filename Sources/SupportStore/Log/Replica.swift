import Platform
import SupportModel

/// The random name under which this working copy writes its own log files.
///
/// The name is kept beside the inode of its folder: a copied desk has another inode, and gets a
/// name of its own before it writes.
enum Replica {
  static func name(_ layout: DeskLayout, using chance: inout Chance) throws -> String {
    let inode = try FileSystem.status(layout.local).inode
    if let bytes = try FileSystem.readIfPresent(layout.replica) {
      let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      if words.count == 2, isLegal(words[0]), UInt64(words[1]) == inode { return String(words[0]) }
    }
    let taken = Set(try EventLog(layout).files().map(\.replica))
    var name = fresh(using: &chance)
    while taken.contains(name[...]) { name = fresh(using: &chance) }
    try FileSystem.replace(layout.replica, with: Array("\(name) \(inode)\n".utf8), durable: true)
    return name
  }

  /// All names that this copy writes or wrote under; none for a copied desk that has not written.
  static func names(_ layout: DeskLayout) throws -> Set<Substring> {
    guard let bytes = try FileSystem.readIfPresent(layout.replica) else { return [] }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let inode = String(try FileSystem.status(layout.local).inode)
    return words.contains(inode[...]) ? Set(words.filter(isLegal)) : []
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
