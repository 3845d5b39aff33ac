import CommandKit
import SupportDesk
import SupportModel

extension Session {
  /// The value of a settings file that was changed, once it is said what went wrong after that.
  func settled<Value>(_ written: Written<Value>) -> Value {
    warn(written.warning)
    return written.value
  }

  /// The same of a change that takes tickets along; how many is said beside the data.
  func settled<Value>(_ written: Written<Value>, _ options: ChangeOptions) -> Value {
    if written.tickets > 0 {
      let would = options.isDryRun ? "would be " : ""
      output.note("\(counted(written.tickets, "ticket")) \(would)changed")
    }
    return settled(written)
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
