import SupportDesk
import SupportModel

extension Session {
  /// The value of a settings file that was changed, once it is said what went wrong after that.
  func settled<Value>(_ written: Written<Value>) -> Value {
    warn(written.warning)
    return written.value
  }

  /// Names settings files that could not be read, where a command goes on without them.
  func report(broken: [SettingsError]) {
    for error in broken { output.status = max(output.status, ErrorText(error).report(to: output)) }
  }
}
