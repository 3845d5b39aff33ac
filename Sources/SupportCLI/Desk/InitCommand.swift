import CommandKit
import Platform
import SupportDesk
import SupportModel

private let target = Argument.optional(
  "DIR", "The folder; it is made where it is not there", completes: .directory)
private let deskName = Option.text("name", value: "NAME", "What the desk is called")

/// Makes a desk.
extension Command where Context == Session {
  static var initialize: Command {
    Command(
      "init", "Make a desk in a folder", needs: .nothing, arguments: [target],
      options: [deskName, Shared.dryRun],
      details: """
        Whoever runs it becomes the first admin: --as HANDLE says under which name, and git's \
        user.email is kept as their address. No git configuration is touched.
        """,
      examples: ["support init", "support init ~/desk --name 'Gruff Badger support' --as ada"],
      isCommon: true
    ) { call, session in
      let folder = call[target] ?? session.folder
      let admin = try FirstAdmin(session).agent()
      let root = try Desk.make(
        in: folder, name: call[deskName] ?? folderName(folder), admin: admin,
        isDryRun: call[Shared.dryRun])
      let record = JSONObject([
        ("path", .string(root)), ("admin", .string(admin.handle)),
        ("name", .string(call[deskName] ?? folderName(folder))),
      ])
      try session.output.show(record) {
        call[Shared.dryRun]
          ? "would make a desk in \(root) with \(admin.handle) as its admin\n"
          : "made a desk in \(root); \(admin.handle) is its admin\n"
      }
    }
  }

  private static func folderName(_ folder: String) -> String {
    let path = FileSystem.realPath(folder) ?? folder
    return path.split(separator: "/").last.map(String.init) ?? "Support"
  }
}

/// Who becomes the first admin: a handle from `--as`, from git's address, or from the login name.
private struct FirstAdmin {
  let session: Session

  init(_ session: Session) { self.session = session }

  func agent() throws -> Agent {
    let folder = try FileSystem.currentFolder()
    let email = try Desk.gitEmail(from: folder, session.environment).flatMap { EmailAddress($0) }
    let explicit = (session.actor ?? session.environment["SUPPORT_AS"]).map { name in
      name.hasPrefix("agent:") ? String(name.dropFirst(6)) : name
    }
    if let explicit {
      if let address = EmailAddress(explicit) {
        return Agent(handle: handle(address.text), emails: [address.text], role: .admin)
      }
      guard Agent.isLegal(handle: explicit) else {
        throw Refusal.invalid(
          field: "handle", value: explicit, expected: "lower-case letters, digits, - _ .")
      }
      return Agent(handle: explicit, emails: email.map { [$0.text] } ?? [], role: .admin)
    }
    let name = email?.text ?? session.environment["USER"] ?? "admin"
    return Agent(handle: handle(name), emails: email.map { [$0.text] } ?? [], role: .admin)
  }

  /// A legal handle made of what stands before the `@`.
  private func handle(_ name: String) -> String {
    let start = name.prefix { $0 != "@" }.lowercased()
    let legal = start.filter { Agent.isLegal(handle: "a\($0)a") }
    return Agent.isLegal(handle: legal) ? legal : "admin"
  }
}
