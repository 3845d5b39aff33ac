import Platform
import SupportModel

/// The `user.email` of git, read straight from its files: asking git itself would cost more than
/// the whole command. Only where those files include others is git asked.
package enum GitIdentity {
  package static func email(root: String, _ environment: Environment) throws -> String? {
    if let email = environment["GIT_AUTHOR_EMAIL"] { return email }
    let home = environment["HOME"]
    let shared = environment["XDG_CONFIG_HOME"] ?? home.map { $0 + "/.config" }
    let files = [
      GitFolder(above: root)?.config, home.map { $0 + "/.gitconfig" },
      shared.map { $0 + "/git/config" },
      environment.has("GIT_CONFIG_NOSYSTEM") ? nil : "/etc/gitconfig",
    ]
    for case let file? in files {
      guard let bytes = try? FileSystem.readIfPresent(file) else { continue }
      switch userEmail(in: String(decoding: bytes, as: UTF8.self)) {
      case .email(let email): return email
      case .unsure: return try ask(root, environment)
      case .none: continue
      }
    }
    return nil
  }

  enum Answer: Equatable {
    case email(String)
    /// The file says more than is read here: git is asked.
    case unsure
    case none
  }

  /// Reads `[user] email = ...` from the text of one file; the last one counts.
  static func userEmail(in text: String) -> Answer {
    var section = ""
    var answer = Answer.none
    for line in text.split(whereSeparator: \.isNewline).map({ trimmed($0) }) {
      if line.hasPrefix("[") {
        section = line.lowercased()
        if section.hasPrefix("[include") { return .unsure }
        if section.hasPrefix("[user]"), section != "[user]" { return .unsure }
      } else if section == "[user]", let equals = line.firstIndex(of: "="),
        trimmed(line[..<equals]).lowercased() == "email"
      {
        let value = trimmed(line[line.index(after: equals)...])
        guard !value.contains(where: { "\"#;\\".contains($0) }) else { return .unsure }
        answer = .email(value)
      }
    }
    return answer
  }

  private static func ask(_ root: String, _ environment: Environment) throws -> String? {
    guard let git = ChildProcess.find("git", path: environment["PATH"]) else { return nil }
    let result = try ChildProcess.talk(git, ["-C", root, "config", "user.email"])
    let email = trimmed(String(decoding: result.output, as: UTF8.self))
    return result.status == 0 && !email.isEmpty ? email : nil
  }
}
