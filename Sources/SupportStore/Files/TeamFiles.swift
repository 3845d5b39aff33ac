import Platform
import SupportModel

/// What a desk says of its teams: `teams/NAME.json`, written by hand or by `support team`.
package struct TeamFiles: Sendable {
  let layout: DeskLayout
  let settings: DeskSettings

  package init(_ layout: DeskLayout, _ settings: DeskSettings) {
    (self.layout, self.settings) = (layout, settings)
  }

  package func team(_ code: String) throws -> Team? {
    guard Team.isLegal(code: code) else { return nil }
    let path = layout.team(code)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    return try Team(code, file: layout.relative(path), bytes: bytes, settings)
  }

  /// All that have a file; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<Team> {
    try ReadFiles(codes(), file: { layout.relative(layout.team($0)) }, read: { try team($0) })
  }

  package func codes() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.teams)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
      .filter(Team.isLegal(code:))
  }

  package func kept(_ code: String) throws -> KeptFile { try KeptFile(layout.team(code)) }

  package func write(_ team: Team) throws {
    try FileSystem.replace(
      layout.team(team.code), with: JSON.object(team.json).prettyBytes, durable: true)
  }

  package func remove(_ code: String) throws {
    try FileSystem.removeDurably(layout.team(code))
  }
}
