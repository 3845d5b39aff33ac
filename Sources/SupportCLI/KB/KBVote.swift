import CommandKit
import SupportModel

private let helpful = Option.flag("helpful", "It helped")
private let notHelpful = Option.flag("not-helpful", "It did not help")

/// Says whether an article helped.
extension Command where Context == Session {
  static var kbVote: Command {
    Command(
      "vote", "Say whether an article helped", needs: .desk, arguments: [KBParameter.slug],
      options: [helpful, notHelpful, KBParameter.language, Shared.dryRun],
      rules: [.exactlyOne(of: helpful, notHelpful)],
      details: "Everybody has one vote on a published article; the last one counts.",
      examples: [
        "support kb vote reset-password --helpful",
        "support --as bob@example.com kb vote reset-password --not-helpful",
      ]
    ) { call, session in
      let isHelpful = call[helpful]
      let article = try session.settled(
        session.desk().vote(
          on: call[KBParameter.slug], isHelpful: isHelpful, language: call[KBParameter.language],
          isDryRun: call[Shared.dryRun]))
      try session.show(
        article, said: "voted \(isHelpful ? "helpful" : "not helpful")",
        isDryRun: call[Shared.dryRun])
    }
  }
}
