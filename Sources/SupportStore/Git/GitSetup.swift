import Platform
import SupportModel

/// What a clone may be told about a desk, in its own files: a merge driver for documents, so that
/// they never conflict, and hooks that fold them as soon as git has moved the log.
package struct GitSetup: Sendable {
  /// A file that set-up is about, and what came of it.
  package struct Step: Sendable {
    package enum Outcome: Sendable {
      case changed, unchanged
      /// Somebody else's file that cannot be added to, and why.
      case left(String)
    }
    package var path: String
    package var outcome: Outcome
  }

  private let repository: Repository
  private let hooksFolder: String

  package init(_ repository: Repository) throws {
    self.repository = repository
    hooksFolder = try repository.git.line(
      ["rev-parse", "--path-format=absolute", "--git-path", "hooks"])
  }

  /// The hooks after which the log may be another, and the one before a merge is committed.
  static let hooks = ["post-checkout", "post-merge", "post-rewrite", "pre-commit"]

  /// Sets the clone up, or undoes that. A dry run says what would come of it.
  package func apply(undo: Bool, isDryRun: Bool) throws -> [Step] {
    var steps = [try settle(config, undo: undo, isDryRun: isDryRun)]
    for hook in Self.hooks {
      steps.append(try settle(hookFile(hook), undo: undo, isDryRun: isDryRun))
    }
    guard !undo else { return steps }
    let changed = try GitFiles.bringUpToDate(repository.layout, isDryRun: isDryRun)
    for name in GitFiles.names {
      let path = repository.layout.root + "/" + name
      steps.append(Step(path: path, outcome: changed.contains(name) ? .changed : .unchanged))
    }
    return steps
  }

  /// A file with our piece in it.
  private struct Target {
    var path: String
    var fence: FencedText
    /// What a file of ours alone begins with; nil for one that is there anyway.
    var shebang: String?
  }

  /// The driver never fails: where it cannot fold, our side stays, and is folded after the merge.
  private var config: Target {
    let name = name
    let lines = [
      "[merge \"support\"]", "\tname = documents of a support desk, folded from the log",
      "\tdriver = support git merge-driver %A %P >/dev/null 2>&1 || true",
    ]
    return Target(path: repository.folder.config, fence: FencedText(name, lines))
  }

  /// A hook never fails a git command: not where `support` is missing, and not otherwise.
  private func hookFile(_ hook: String) -> Target {
    let desk = repository.prefix.isEmpty ? "." : repository.prefix
    let lines = [
      "if command -v support >/dev/null 2>&1; then",
      "  support git hook -C \(Self.quoted(desk)) \(hook) \"$@\" </dev/null >/dev/null 2>&1 || :",
      "fi",
    ]
    return Target(
      path: hooksFolder + "/" + hook, fence: FencedText(name, lines), shebang: "#!/bin/sh\n")
  }

  /// Tells the desks of one repository apart.
  private var name: String { repository.prefix.isEmpty ? "" : " of \(repository.prefix)" }

  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  private func settle(_ target: Target, undo: Bool, isDryRun: Bool) throws -> Step {
    var step = Step(path: target.path, outcome: .unchanged)
    let text = try FileSystem.readIfPresent(target.path)
    if let reason = try obstacle(target, text), !undo {
      step.outcome = .left(reason)
      return step
    }
    let wanted =
      undo
      ? text.map { target.fence.taken(outOf: $0) ?? $0 }
      : target.fence.put(
        into: text ?? Array((target.shebang ?? "").utf8),
        afterLines: target.shebang == nil ? Int.max : 1)
    guard let wanted, wanted != text else { return step }
    step.outcome = .changed
    if !isDryRun { try write(wanted, target, undo: undo) }
    return step
  }

  /// Why a hook of others cannot be added to.
  private func obstacle(_ target: Target, _ text: [UInt8]?) throws -> String? {
    guard target.shebang != nil, let text else { return nil }
    if try FileSystem.isLink(target.path) { return "it is a link" }
    guard FileSystem.isExecutable(target.path) else { return "it is switched off" }
    let first = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
    let words = first.split { $0 == " " || $0 == "/" }
    let isShell = words.contains { ["sh", "bash", "dash", "ksh", "zsh", "ash"].contains($0) }
    return first.hasPrefix("#!") && isShell ? nil : "it is no shell script"
  }

  /// A hook that holds nothing but our shebang was ours altogether.
  private func write(_ text: [UInt8], _ target: Target, undo: Bool) throws {
    if undo, let shebang = target.shebang, text.elementsEqual(shebang.utf8) {
      return try FileSystem.remove(target.path)
    }
    let usual: UInt32 = target.shebang == nil ? 0o666 : 0o777
    let mode = try FileSystem.statusIfPresent(target.path)?.permissions ?? usual
    try FileSystem.replace(target.path, with: text, mode: mode)
  }
}
