import Platform
import SupportModel

/// The git repository that versions a desk, which may be a folder of it among others.
package struct Repository: Sendable {
  let git: Git
  let layout: DeskLayout
  let folder: GitFolder
  /// The desk's folder below the top of the work tree: "" or "desks/lamps/".
  package let prefix: String

  package init(
    _ store: DeskStore, _ environment: Environment, isAttended: Bool
  ) throws {
    layout = store.layout
    git = try Git(in: layout.root, environment, isAttended: isAttended)
    let question = ["rev-parse", "--is-inside-work-tree", "--absolute-git-dir", "--show-prefix"]
    let answer = try git.run(question)
    guard answer.status == 0 else {
      // Git may have a reason of its own to leave a repository alone: somebody else owns it.
      if GitFolder(above: layout.root) != nil { throw Git.failure(question, answer) }
      throw GitError.noRepository(root: layout.root)
    }
    let lines = String(decoding: answer.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 3, lines[0] == "true" else {
      throw GitError.noRepository(root: layout.root)
    }
    folder = GitFolder(path: lines[1])
    prefix = lines[2]
  }

  /// What a path below the top of the work tree is to the desk.
  enum Place { case document, log, settings, foreign }

  private static let documents: Set = ["tickets", "customers", "chats"]
  private static let settings: Set = [
    DeskSettings.fileName, "agents", "teams", "views", "categories", "kb", "templates",
    "attachments", ".gitattributes", ".gitignore",
  ]

  /// Everything in a desk's folder that is the desk's.
  static var names: [String] { (documents.union(settings).union(["events"])).sorted() }

  func place(of path: String) -> Place {
    guard let name = name(of: path) else { return .foreign }
    if name == "events" { return .log }
    if Self.documents.contains(name) { return .document }
    return Self.settings.contains(name) ? .settings : .foreign
  }

  /// The first part of a path below the desk's folder; nil for one outside of it.
  func name(of path: String) -> String? {
    guard path.hasPrefix(prefix) else { return nil }
    return String(path.dropFirst(prefix.count).prefix { $0 != "/" })
  }

  /// The absolute path of one that git names.
  func absolute(_ path: String) -> String { layout.root + "/" + path.dropFirst(prefix.count) }

  /// What somebody has begun and not ended.
  package var unfinished: GitOperation? {
    if folder.has("rebase-merge") || folder.has("rebase-apply") { return .rebase }
    if folder.has("MERGE_HEAD") { return .merge }
    if folder.has("CHERRY_PICK_HEAD") { return .cherryPick }
    if folder.has("REVERT_HEAD") { return .revert }
    return folder.has("BISECT_LOG") ? .bisect : nil
  }

  /// What git calls the merge that it is in the middle of.
  package var mergeSubject: String? {
    let bytes = (try? FileSystem.readIfPresent(folder.path + "/MERGE_MSG")) ?? nil
    return bytes.flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
        .map(String.init)
    }
  }

  /// The commit that is checked out; nil where there is none yet.
  func head() throws -> String? { try git.lineIfAny(["rev-parse", "-q", "--verify", "HEAD"]) }
}
