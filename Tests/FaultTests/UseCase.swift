import Platform
import SupportDesk
import SupportModel
import Testing

/// Something that people do to a desk, and that faults come in the way of.
struct UseCase: Sendable, CustomTestStringConvertible {
  /// The words that call it: `ticket close`.
  let command: String
  /// What is special about it, where a command stands here several times.
  let detail: String
  let prepare: @Sendable (Scene) throws -> Void
  /// Does it. Returns what went wrong after it was done.
  let run: @Sendable (Scene) throws -> SystemError?
  /// Whether it mends one record after the other, each of which is as before or as after.
  private(set) var isStepwise = false

  init(
    _ command: String, _ detail: String = "",
    after prepare: @escaping @Sendable (Scene) throws -> Void = { _ in },
    run: @escaping @Sendable (Scene) throws -> SystemError?
  ) {
    (self.command, self.detail, self.prepare, self.run) = (command, detail, prepare, run)
  }

  var testDescription: String { detail.isEmpty ? command : "\(command), \(detail)" }

  var stepwise: UseCase {
    var copy = self
    copy.isStepwise = true
    return copy
  }

  static let all =
    ticketCases + settingsCases + careCases + erasureCases
    + customerCases + ruleCases + templateCases
}
