import SupportDesk
import SupportModel

extension UseCase {
  static let customerCases = [
    UseCase("customer add") { scene in
      var change = CustomerChange()
      (change.values.name, change.addEmails) = ("Cem", ["cem@home.example"])
      return try scene.desk().addCustomer("cem@example.com", change).warning
    },
    UseCase("customer edit") { scene in
      var change = CustomerChange()
      (change.values.tier, change.addEmails) = ("gold", ["bob@home.example"])
      return try scene.desk().editCustomer("bob@example.com", change).warning
    },
    UseCase(
      "customer merge", after: { try $0.addRob() },
      run: {
        try $0.desk().mergeCustomers(["bob@example.com"], into: "rob@example.com").warning
      }),
    UseCase(
      "customer remove", "with a further address", after: { try $0.addRob("bob@example.com") },
      run: { try $0.desk().erase("bob@home.example").warning }),
  ]
}

extension Scene {
  /// Makes a customer who is somebody else as well, or gives that one a further address.
  fileprivate func addRob(_ email: String? = nil) throws {
    var change = CustomerChange()
    change.values.tier = "gold"
    change.addEmails = ["bob@home.example"]
    if let email {
      _ = try desk().editCustomer(email, change)
    } else {
      _ = try desk().addCustomer("rob@example.com", change)
    }
    pass()
  }
}
