import SupportDesk

extension Session {
  /// The value of a settings file that was changed, once it is said what went wrong after that.
  func settled<Value>(_ written: Written<Value>) -> Value {
    warn(written.warning)
    return written.value
  }
}
