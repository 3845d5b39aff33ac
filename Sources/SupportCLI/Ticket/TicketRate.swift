import CommandKit
import SupportDesk

private let stars = Argument.one("STARS", "How well, from 1 to 5")
private let comment = Option.text("message", short: "m", value: "TEXT", "Say why")

/// Takes a customer's rating.
extension Command where Context == Session {
  static var ticketRate: Command {
    Command(
      "rate", "Rate how a ticket was handled, 1 to 5", needs: .desk,
      arguments: [Shared.ticket, stars], options: [comment, Shared.ifMatch, Shared.dryRun],
      details: """
        Only the ticket's customer can, once it is resolved or closed. A later rating replaces an \
        earlier one.
        """,
      examples: ["support --as customer:bob@example.com ticket rate k7q 5 -m 'Quick, thank you'"]
    ) { call, session in
      guard let number = Int(call[stars]) else {
        throw UsageError.invalidValue(
          of: "STARS", value: call[stars], expected: "a whole number from 1 to 5", nearest: [],
          path: session.output.commandPath)
      }
      let changed = try session.desk().rate(
        call[Shared.ticket], number, comment: call[comment], ChangeOptions(call))
      try session.report(changed) { _ in "rated \(number)" }
    }
  }
}
