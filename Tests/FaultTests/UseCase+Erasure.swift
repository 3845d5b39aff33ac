import Platform
import SupportDesk
import SupportModel

@testable import SupportStore

extension UseCase {
  static let erasureCases = [
    UseCase(
      "customer erase", "with a file", after: { try $0.talk() },
      run: { try $0.desk().erase("bob@example.com", reason: "asked").warning }),
    UseCase(
      "customer erase", "in a desk that was copied", after: { try $0.copy() },
      run: { try $0.desk().erase("bob@example.com").warning }),
    UseCase("customer export") {
      _ = try $0.desk().export("bob@example.com")
      return nil
    },
    UseCase(
      "gc", "of a ticket and its customer", after: { $0.pass(hours: 24) },
      run: { try $0.desk().collect(closedBefore: $0.now).warning }),
    UseCase(
      "gc", "of another replica's lines", after: { try $0.eraseInCopy() },
      run: { scene in
        _ = try scene.desk().scrub(scene.store.unscrubbed().keys.sorted())
        return nil
      }),
    UseCase(
      "ticket list", "after a pull that erases",
      after: { scene in
        try scene.talk()
        try scene.pull { try scene.eraseInCopy() }
      },
      run: { try $0.look() }),
  ]
}

extension Scene {
  /// Hangs a file on what is to be erased.
  fileprivate func talk() throws {
    _ = try desk("bob@example.com").reply(
      tickets[0], "This one.", attaching: [folder + "/bulb.png"])
    pass()
  }

  /// Erases somebody whose lines are another replica's.
  fileprivate func eraseInCopy() throws {
    try copy()
    _ = try desk().erase("bob@example.com")
    pass()
  }
}
