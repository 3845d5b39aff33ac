import CommandKit
import SupportDesk
import SupportModel

extension Session {
  /// Refuses a change of which nothing is said; `parameters` are what can be.
  func require(_ isSaid: Bool, of parameters: [any Parameter]) throws {
    guard !isSaid else { return }
    throw UsageError.missingOption(
      parameters.map { "--\($0.shape.name)" }, path: output.commandPath)
  }

  /// The value of a settings file that was changed, once it is said what went wrong after that.
  func settled<Value>(_ written: Written<Value>) -> Value {
    warn(written.warning)
    return written.value
  }

  /// The same of a change that takes tickets and other settings along, which is said beside the data.
  func settled<Value>(_ written: Written<Value>, _ options: ChangeOptions) -> Value {
    if written.tickets > 0 {
      let would = options.isDryRun ? "would be " : ""
      output.note("\(counted(written.tickets, "ticket")) \(would)changed")
    }
    let changes = options.isDryRun ? "would change" : "changed"
    tell(written.alongside, "\(changes) with it")
    tell(written.leftAlone, "left as written, and naming it")
    return settled(written)
  }

  private func tell(_ names: [SettingsName], _ what: String) {
    guard !names.isEmpty else { return }
    let more = names.count > 10 ? ["and \(names.count - 10) more"] : []
    let shown = names.prefix(10).map(\.description) + more
    output.note(Visible.line("\(what): \(shown.joined(separator: ", "))"))
  }

  /// Shows how many tickets are changed where that takes long.
  func options(_ call: Call) -> (ChangeOptions, Progress) {
    let progress = Progress("changing tickets", output)
    var options = ChangeOptions(isDryRun: call[Shared.dryRun])
    options.progress = { progress.update($0, of: $1) }
    return (options, progress)
  }

  /// Names settings files that could not be read, where a command goes on without them.
  func report(broken: [SettingsError]) {
    for error in broken { output.status = max(output.status, ErrorText(error).report(to: output)) }
  }
}
