import CommandKit
import Testing

@testable import SupportCLI

/// The use cases that faults come in the way of, and the commands that there are.
struct UseCaseTests {
  private static let commands = CommandTable.support.describe().commands

  /// Commands without `--dry-run` that change a desk all the same.
  private static let alsoChanging: Set = ["fsck"]

  /// Commands that change a desk through git alone, or write somewhere else; the histories of clones
  /// and transcripts test them.
  private static let elsewhere: Set = ["commit", "sync", "git setup", "customer export"]

  @Test("No changing command is forgotten")
  func complete() {
    let changing = Self.commands.filter { command in
      command.options.contains { $0.name == "dry-run" }
    }.map { $0.path.joined(separator: " ") }
    let covered = Set(UseCase.all.map(\.command)).union(Self.elsewhere)
    #expect(Set(changing).union(Self.alsoChanging).subtracting(covered) == [])
  }

  @Test("Every use case names a command")
  func known() {
    let names = Set(Self.commands.map { $0.path.joined(separator: " ") })
    #expect(Set(UseCase.all.map(\.command)).union(Self.elsewhere).subtracting(names) == [])
  }
}
