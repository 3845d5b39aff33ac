import CommandKit
import SupportModel

/// Shows the version.
extension Command where Context == Session {
  static var version: Command {
    Command(
      "version", "Show the version", needs: .nothing, examples: ["support version"]
    ) { _, session in
      let record = JSONObject([
        ("version", .string(Program.version)),
        ("format", .integer(Int64(DeskSettings.newestFormat))),
      ])
      try session.output.show(record) { "support version \(Program.version)\n" }
    }
  }
}
