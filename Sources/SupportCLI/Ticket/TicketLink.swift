import CommandKit
import SupportDesk
import SupportModel

private let one = Argument.one("ID", "The ticket", completes: .live("ticket"))
private let other = Argument.one("OTHER", "The ticket it is linked to", completes: .live("ticket"))
private let kind = Option.choice(
  "kind", short: "k", value: "KIND", "What the first is to the other",
  of: LinkKind.chosen.map(\.rawValue), default: "relates")
private let remove = Option.flag("remove", "Take the link away")

/// Links a ticket to another.
extension Command where Context == Session {
  static var ticketLink: Command {
    Command(
      "link", "Link a ticket to another", needs: .desk,
      arguments: [one, other], options: [kind, remove, Shared.ifMatch, Shared.dryRun],
      details:
        "Both tickets show the link, each from its own side. --if-match is the first one's head.",
      examples: [
        "support ticket link k7q 3fm", "support ticket link k7q 3fm --kind duplicates",
        "support ticket link k7q 3fm --remove",
      ]
    ) { call, session in
      let kind = call[kind].flatMap(LinkKind.init) ?? .relates
      let changed = try session.desk().link(
        call[one], kind, call[other], on: !call[remove], ChangeOptions(call))
      try session.report(changed) { _ in call[remove] ? "unlinked" : "linked" }
    }
  }
}
