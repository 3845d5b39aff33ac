import Platform
import SupportDesk
import SupportModel

/// The person's own editor: `SUPPORT_EDITOR`, the local config, `VISUAL`, `EDITOR`, then `vi`.
struct Editor {
  private let command: String

  init(_ session: Session) {
    let environment = session.environment
    command =
      environment["SUPPORT_EDITOR"] ?? session.localSetting("editor") ?? environment["VISUAL"]
      ?? environment["EDITOR"] ?? "vi"
  }

  /// Opens a file and waits. The command may have options, as git's may.
  func edit(_ path: String) throws {
    let status = try ChildProcess.run("/bin/sh", ["-c", "\(command) \"$@\"", command, path])
    guard status == 0 else { throw EditorFailed(command: command, status: status) }
  }
}

/// The editor ended with an error: nothing was done.
struct EditorFailed: Error {
  var command: String
  var status: Int32
}
