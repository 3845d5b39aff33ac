import CommandKit
import SupportDesk

private let newName = Argument.one("KIND", "A short name for the new kind, such as consignment")

/// Adds a reference.
extension Command where Context == Session {
  static var referenceAdd: Command {
    Command(
      "add", "Add a reference", needs: .desk, arguments: [newName],
      options: ReferenceParameter.all + [Shared.dryRun],
      details: """
        Things outside of the desk that tickets can be about: `support ticket new --ref \
        consignment=C-17`. `order` is one that every desk has; adding it gives it an address.
        """,
      examples: ["support reference add consignment --url 'https://shop.example/c/{id}'"]
    ) { call, session in
      try session.addEntry(call[newName], ReferenceParameter.edit(call), call)
    }
  }
}
