import CommandKit
import SupportDesk
import SupportModel

/// Changes what is on record of a customer.
extension Command where Context == Session {
  static var customerEdit: Command {
    Command(
      "edit", "Change what is on record of a customer", needs: .desk,
      arguments: [CustomerParameter.email],
      options: CustomerParameter.all + [Shared.ifMatch, Shared.dryRun],
      details: """
        A further address is that of the same customer wherever it is used: in a ticket, with --as, \
        in this command. One that is another customer's is for `customer merge`. Of consents, \
        given or taken back, the record keeps when that was and who noted it.
        """,
      examples: [
        "support customer edit bob@example.com --email +bob@home.example --tier gold",
        "support customer edit bob@example.com --consent -newsletter --note 'Calls on Mondays.'",
      ]
    ) { call, session in
      let edit = CustomerChange(call)
      try session.require(edit != CustomerChange(), of: CustomerParameter.all)
      let changed = try session.desk().editCustomer(
        call[CustomerParameter.email], edit, ifMatch: call[Shared.ifMatch],
        isDryRun: call[Shared.dryRun])
      let said = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.report(changed, said: changed.isChanged ? said : "unchanged")
    }
  }
}
