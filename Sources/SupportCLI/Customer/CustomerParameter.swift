import CommandKit

/// Parameters that the customer commands share.
enum CustomerParameter {
  static let email = Argument.one(
    "EMAIL", "The customer's address", completes: .live("customer"))
}
