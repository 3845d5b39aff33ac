/// How pressing a ticket is. A higher rank is more pressing.
package struct Priority: Hashable, Sendable {
  package var code: String
  package var name: String
  package var rank: Int
  package var colour: Colour?
  package var aliases: [String]
}

/// The priorities of a desk.
package struct Priorities: Hashable, Sendable {
  package var all: [Priority]

  package subscript(code: String) -> Priority? { all.first { $0.code == code } }
  package var codes: [String] { all.map(\.code) }

  /// The rank of a code; one that the settings no longer know ranks below all.
  package func rank(of code: String) -> Int { self[code]?.rank ?? -1 }

  /// Finds a priority by code or alias, in any case, with `-` for `_`.
  package func find(_ word: String) -> Priority? {
    if let known = self[word] { return known }
    let plain = plainName(word)
    return all.first { plainName($0.code) == plain }
      ?? all.first { $0.aliases.contains { plainName($0) == plain } }
  }

  package static let standard = Priorities(all: [
    Priority(code: "low", name: "Low", rank: 1, colour: .named(.grey), aliases: []),
    Priority(code: "normal", name: "Normal", rank: 2, colour: nil, aliases: ["medium"]),
    Priority(code: "high", name: "High", rank: 3, colour: .named(.yellow), aliases: []),
    Priority(code: "urgent", name: "Urgent", rank: 4, colour: .named(.red), aliases: []),
    Priority(code: "critical", name: "Critical", rank: 5, colour: .named(.red), aliases: []),
  ])
}

extension Priorities {
  init(_ readers: [SettingsReader]) throws {
    all = try readers.enumerated().map { place, reader in
      try reader.allowOnly(["code", "name", "rank", "colour", "aliases"])
      return Priority(
        code: try reader.requiredText("code"),
        name: try reader.text("name") ?? reader.requiredText("code"),
        rank: try reader.integer("rank", in: 0...1000) ?? place + 1,
        colour: try reader.colour("colour"), aliases: try reader.texts("aliases") ?? [])
    }
    try SettingsReader.refuseShared(
      readers, all.map { [$0.code, $0.name] + $0.aliases }, "priorities")
  }
}
