import CommandKit
import SupportDesk

private let names = Argument.many("TAG", "The tags to merge", completes: .live("tag"))
private let target = Option.required("into", value: "TAG", "The tag that is left")

/// Makes one of several tags.
extension Command where Context == Session {
  static var tagMerge: Command {
    Command(
      "merge", "Make one of several tags, on all tickets", needs: .desk, arguments: [names],
      options: [target, Shared.yes, Shared.dryRun],
      details: """
        Every ticket that has one of them has the one that is left, and none of the others. Nobody \
        can tell afterwards which ticket had which, but from the log.
        """,
      examples: ["support tag merge refunds money-back --into refund --yes"]
    ) { call, session in
      let desk = try session.desk()
      _ = try desk.mergeTags(call[names], into: call[target], ChangeOptions(isDryRun: true))
      let (options, progress) = session.options(call)
      if !options.isDryRun {
        try session.prompt.confirm(
          "Merge \(call[names].joined(separator: ", ")) into \(call[target])?",
          isGiven: call[Shared.yes], session)
      }
      let written = try desk.mergeTags(call[names], into: call[target], options)
      progress.finish()
      let tag = session.settled(written, options)
      let merged = options.isDryRun ? "would be merged" : "merged"
      try session.output.show(TagRow.json(tag), fields: TagRow.fields) {
        "\(call[names].joined(separator: ", ")) \(merged) into \(tag.name)\n"
      }
    }
  }
}
