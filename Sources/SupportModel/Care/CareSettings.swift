/// What the desk does by itself about tickets that nobody works on: `care` in `support.json`. It is
/// done when somebody, or cron, runs the commands for it.
package struct CareSettings: Hashable, Sendable {
  /// When a customer who does not answer is reminded; nil for never.
  package var warnAfter: TimeSpan? = .day * 5
  /// When the ticket is closed.
  package var closeAfter = TimeSpan.day * 7
  /// The statuses, by their codes, in which the desk waits for the customer.
  package var waitingIn = ["pending"]
  /// What the customer is told then; nil for nothing.
  package var warning: String? =
    "We are waiting for your answer. Without one, this ticket will be closed in a few days."
  package var closing: String? = "This ticket was closed because we did not hear from you."
  /// After how long without an answer from the desk a customer waits too long.
  package var unansweredAfter = TimeSpan(seconds: 4 * 3600)
  /// When a customer is asked how well they were helped, counted from closing.
  package var surveyAfter = TimeSpan.day
  /// What was closed before that long is not asked about any more.
  package var surveyWithin = TimeSpan.day * 7

  package init() {}

  init(_ reader: SettingsReader, _ lifecycle: Lifecycle, _ limits: Limits) throws {
    self.init()
    try reader.allowOnly(["autoclose", "unanswered_after", "survey_after", "survey_within"])
    unansweredAfter = try reader.careSpan("unanswered_after") ?? unansweredAfter
    surveyAfter = try reader.careSpan("survey_after") ?? surveyAfter
    surveyWithin = try reader.careSpan("survey_within") ?? max(surveyWithin, surveyAfter + .day)
    guard surveyAfter < surveyWithin else {
      throw reader.error("survey_within", "this has to be longer than survey_after")
    }
    if let autoclose = try reader.child("autoclose") {
      try readAutoclose(autoclose, lifecycle, limits)
    }
  }

  private mutating func readAutoclose(
    _ reader: SettingsReader, _ lifecycle: Lifecycle, _ limits: Limits
  ) throws {
    try reader.allowOnly(["warn_after", "close_after", "in", "warning", "message"])
    closeAfter = try reader.careSpan("close_after") ?? closeAfter
    if reader.has("warn_after") {
      warnAfter = try reader.text("warn_after") == "never" ? nil : reader.careSpan("warn_after")
    } else if let usual = warnAfter, usual >= closeAfter {
      warnAfter = nil
    }
    if let warnAfter, warnAfter >= closeAfter {
      throw reader.error("warn_after", "this has to be shorter than close_after, or \"never\"")
    }
    waitingIn =
      try reader.texts("in")?.map { word in
        guard let status = lifecycle.find(word), status.phase != .done else {
          throw reader.error("in", "\"\(word)\" is no status of tickets that are not done")
        }
        return status.code
      } ?? waitingIn
    warning = try Self.text("warning", in: reader, limits, orElse: warning)
    closing = try Self.text("message", in: reader, limits, orElse: closing)
  }

  private static func text(
    _ key: String, in reader: SettingsReader, _ limits: Limits, orElse usual: String?
  ) throws -> String? {
    guard let text = try reader.text(key) else { return usual }
    return text.isEmpty ? nil : try reader.refusing(key) { try TextRules.message(text, limits) }
  }
}

extension SettingsReader {
  /// A length of time that is not nothing.
  fileprivate func careSpan(_ key: String) throws -> TimeSpan? {
    guard let span = try span(key) else { return nil }
    guard span > .zero, span <= .day * 3650 else {
      throw error(key, "this has to be more than nothing, and at most ten years")
    }
    return span
  }
}
