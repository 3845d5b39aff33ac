import CommandKit
import Testing

@testable import SupportCLI

/// The use cases that faults come in the way of, and the commands that there are.
struct UseCaseTests {
  private static let commands = CommandTable.support.describe().commands

  /// Commands without `--dry-run` that change a desk all the same.
  private static let alsoChanging: Set = ["fsck"]

  /// Commands that change a desk through git alone, or write elsewhere, with what tests them.
  private static let elsewhere = [
    "commit": "Tests/Transcripts/commit.md", "git setup": "Tests/Transcripts/git/setup.md",
    "sync": "Tests/Transcripts/git/two-syncs.md",
    "customer export": "Tests/Transcripts/customer/export.md",
    "kb export": "Tests/SupportDeskTests/HelpSiteTests.swift",
  ]

  @Test("No changing command is forgotten")
  func complete() {
    let changing = Self.commands.filter { command in
      command.options.contains { $0.name == "dry-run" }
    }.map { $0.path.joined(separator: " ") }
    let covered = Set(UseCase.all.map(\.command)).union(Self.elsewhere.keys)
    #expect(Set(changing).union(Self.alsoChanging).subtracting(covered) == [])
  }

  @Test("Every use case names a command")
  func known() {
    let names = Set(Self.commands.map { $0.path.joined(separator: " ") })
    #expect(Set(UseCase.all.map(\.command)).union(Self.elsewhere.keys).subtracting(names) == [])
  }
}
