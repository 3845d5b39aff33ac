import CommandKit
import SupportDesk
import SupportModel

private let newEmail = Argument.one(
  "EMAIL", "Their address, or 'Name <address>'")

/// Makes the record of a customer.
extension Command where Context == Session {
  static var customerAdd: Command {
    Command(
      "add", "Make the record of a customer who has not been in touch yet", needs: .desk,
      arguments: [newEmail], options: CustomerParameter.all + [Shared.dryRun],
      details: """
        Whoever opens a ticket, or for whom one is opened, gets a record by themselves. A number \
        may have a + in front: --phone '+33 1 2345'.
        """,
      examples: [
        "support customer add 'Bob Li <bob@example.com>' --tier gold --phone '+33 1 2345'",
        "support customer add ann@example.com --email ann@home.example --consent newsletter",
      ]
    ) { call, session in
      var edit = CustomerChange(call)
      guard let (address, name) = EmailAddress.parse(call[newEmail]) else {
        throw Refusal.invalid(
          field: "customer", value: call[newEmail], expected: "an e-mail address")
      }
      edit.values.name = edit.values.name ?? name
      let changed = try session.desk().addCustomer(
        address.text, edit, isDryRun: call[Shared.dryRun])
      try session.report(changed, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
