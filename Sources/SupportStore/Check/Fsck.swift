import Platform
import SupportModel

/// Checks every line of the log, every document and every attachment of a desk, and mends what can
/// be derived from the rest.
package struct Fsck {
  let layout: DeskLayout
  let settings: DeskSettings
  let replica: Replica?
  /// What the next command would mend by itself, where this one could not.
  let pending: Recovery.Outcome?
  /// Against which lines from the future are measured; nil where nobody asks.
  let now: Instant?
  let tree: DeskTree
  var findings: [Finding] = []
  var histories = Histories()
  /// The torn ends of this replica's own files.
  var torn: [TornEnd] = []
  /// Whether all of the log could be read. Nothing can be said of documents otherwise.
  var isLogWhole = true
  /// Whether lines of the log were written anew.
  var hasRewrittenLog = false
  /// Whether documents were written anew.
  var hasWrittenDocuments = false

  /// How much was looked at, and what was found.
  package struct Report: Sendable {
    package var findings: [Finding]
    /// What healing has put out of the way.
    package var notes: [Finding]
    package var events: Int
    package var documents: Int
    package var attachments: Int

    package var isSound: Bool { !findings.contains { !$0.code.isWarning && !$0.isRepaired } }
  }

  init(
    _ layout: DeskLayout, _ settings: DeskSettings, replica: Replica?, pending: Recovery.Outcome?,
    at now: Instant?
  ) {
    (self.layout, self.settings, self.replica) = (layout, settings, replica)
    (self.pending, self.now) = (pending, now)
    tree = DeskTree(layout)
  }

  /// `settingsError` is what the desk's own settings were refused for.
  mutating func run(repair: Bool, settingsError: SettingsError?) throws -> Report {
    noteUnreadableFolders()
    checkSettings(settingsError)
    checkLog()
    let documents = checkDocuments()
    let attachments = checkAttachments()
    checkNames()
    checkLeftovers()
    if repair { mend() }
    return Report(
      findings: findings, notes: setAside(), events: histories.count, documents: documents,
      attachments: attachments)
  }

  private mutating func noteUnreadableFolders() {
    for error in tree.unreadable { noteUnreadable(error.path, error) }
  }

  /// Reads something. What the system refuses is a finding, and the rest is checked all the same.
  mutating func reading<Value>(_ path: String, _ read: () throws -> Value) -> Value? {
    do { return try read() } catch {
      noteUnreadable(path, error)
      return nil
    }
  }

  private mutating func noteUnreadable(_ path: String, _ error: any Error) {
    if path.hasPrefix(layout.events) { isLogWhole = false }
    let reason = (error as? SystemError)?.reason ?? "\(error)"
    findings.append(Finding(.fileUnreadable, file: layout.relative(path), reason))
  }

  /// What healing has put out of the way, for whoever wants to look.
  private func setAside() -> [Finding] {
    let names = (try? FileSystem.namesIfPresent(in: layout.torn)) ?? []
    return names.filter { !isLeftover($0, inRoot: false) }.map { name in
      Finding(
        .fileSetAside, file: layout.relative(layout.torn + "/" + name),
        "set aside when the desk was healed; remove it when nobody needs it")
    }
  }
}
