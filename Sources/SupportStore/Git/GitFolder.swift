import Platform
import SupportModel

/// Where git keeps its own files for the work tree that a desk lies in, found without asking git.
///
///     .git/                                the usual repository
///     .git  "gitdir: ../.git/worktrees/x"  a further work tree, or a submodule
package struct GitFolder: Hashable, Sendable {
  /// As an absolute path.
  package let path: String

  init(path: String) { self.path = path }

  /// Walks up from a folder; nil where no repository is.
  package init?(above root: String) {
    var folder: String? = root
    while let place = folder {
      if let path = Self.path(at: place + "/.git", in: place) {
        self.init(path: path)
        return
      }
      folder = FileSystem.parent(of: place)
    }
    return nil
  }

  private static func path(at link: String, in folder: String) -> String? {
    guard let status = (try? FileSystem.statusIfPresent(link)) ?? nil else { return nil }
    if status.kind == .folder { return link }
    guard let bytes = try? FileSystem.read(link) else { return nil }
    let text = trimmed(String(decoding: bytes, as: UTF8.self))
    guard text.hasPrefix("gitdir: ") else { return nil }
    return resolve(String(text.dropFirst(8)), in: folder)
  }

  private static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The settings that all work trees of the repository share.
  package var config: String {
    let bytes = (try? FileSystem.readIfPresent(path + "/commondir")) ?? nil
    guard let bytes else { return path + "/config" }
    let common = trimmed(String(decoding: bytes, as: UTF8.self))
    return Self.resolve(common, in: path) + "/config"
  }

  func has(_ name: String) -> Bool {
    ((try? FileSystem.statusIfPresent(path + "/" + name)) ?? nil) != nil
  }

  /// When git last wrote its list of the files in the work tree, in nanoseconds; 0 where it never did.
  var indexChanged: Int64 {
    let status = (try? FileSystem.statusIfPresent(path + "/index")) ?? nil
    return status?.changed ?? 0
  }

  /// Whether git is changing files of the work tree right now. A lock that has stood for a minute
  /// was left behind by a git that was killed, or by somebody who writes a commit message.
  package var isBusy: Bool {
    guard let status = (try? FileSystem.statusIfPresent(path + "/index.lock")) ?? nil else {
      return false
    }
    return WallClock.nanoseconds() - status.changed < 60_000_000_000
  }

  /// Waits until git is done with the work tree, but no longer than `patience` milliseconds.
  func waitWhileBusy(patience: Int) {
    var waited = 0
    while waited < patience, isBusy {
      WallClock.sleep(milliseconds: 10)
      waited += 10
    }
  }
}
