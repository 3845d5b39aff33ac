/// The time zones that the system keeps as compiled files: `TZDIR`, or the usual folders.
package struct ZoneInfo: Sendable {
  package let folders: [String]

  /// Where systems keep them.
  private static let usual = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    "/var/db/timezone/zoneinfo",
  ]

  package init(_ environment: Environment = Environment([:])) {
    folders = environment["TZDIR"].map { [$0] } ?? Self.usual
  }

  /// The file of a zone such as `Europe/Paris`; nil where there is none, or where the name is none
  /// of a zone: nothing outside of the folders is ever read.
  package func bytes(of name: String) throws -> [UInt8]? {
    guard Self.isName(name) else { return nil }
    for folder in folders {
      let path = folder + "/" + name
      if try FileSystem.statusIfPresent(path)?.kind == .file { return try FileSystem.read(path) }
    }
    let isThere = try folders.contains { try FileSystem.statusIfPresent($0)?.kind == .folder }
    guard isThere else { throw NoZoneInfo(folders: folders) }
    return nil
  }

  /// Words of letters, digits and a few signs, joined by slashes.
  private static func isName(_ name: String) -> Bool {
    let words = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return words.allSatisfy { word in
      !word.isEmpty && word.count < 100 && word.allSatisfy(isOfNames)
    }
  }

  private static func isOfNames(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "_-+".utf8.contains(byte)
    }
  }
}

/// The machine has no time zones.
package struct NoZoneInfo: Error, Equatable, CustomStringConvertible {
  package var folders: [String]

  package var description: String {
    "this machine has no time zones in \(folders.joined(separator: ", ")); install the package "
      + "tzdata, or say in TZDIR where they are"
  }
}
