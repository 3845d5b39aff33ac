import CommandKit
import Platform
import SupportDesk

/// Programs called `support-NAME` on the PATH, which run as `support NAME`.
struct ExternalCommands: Sendable {
  private let path: String?

  init(_ environment: Environment) { path = environment["PATH"] }

  func exists(_ name: String) -> Bool { find(name) != nil }

  private func find(_ name: String) -> String? {
    name.contains("/") ? nil : ChildProcess.find("support-" + name, path: path)
  }

  /// Becomes the program; it learns the desk's folder and who acts from the environment.
  func become(_ name: String, _ arguments: [String], _ session: Session) throws -> Never {
    guard let program = find(name) else {
      throw UsageError.unknownCommand(name, in: nil, nearest: [])
    }
    if let root = Desk.root(from: session.folder) { ChildProcess.setVariable("SUPPORT_DIR", root) }
    if let actor = session.actor { ChildProcess.setVariable("SUPPORT_AS", actor) }
    try session.output.finish()
    try ChildProcess.become(program, arguments)
  }
}
