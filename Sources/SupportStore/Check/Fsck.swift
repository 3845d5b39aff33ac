import Platform
import SupportModel

/// Checks every line of the log, every document and every attachment of a desk, and mends what can
/// be derived from the rest.
package struct Fsck {
  let layout: DeskLayout
  let replica: Replica?
  /// What the next command would mend by itself, where this one could not.
  let pending: Recovery.Outcome?
  var findings: [Finding] = []
  var histories = Histories()
  /// The torn ends of this replica's own files.
  var torn: [TornEnd] = []

  /// How much was looked at.
  package struct Report: Sendable {
    package var findings: [Finding]
    package var events: Int
    package var documents: Int
    package var attachments: Int

    package var isSound: Bool { !findings.contains { !$0.code.isWarning && !$0.isRepaired } }
  }

  init(_ layout: DeskLayout, replica: Replica?, pending: Recovery.Outcome?) {
    (self.layout, self.replica, self.pending) = (layout, replica, pending)
  }

  mutating func run(repair: Bool) throws -> Report {
    try checkSettings()
    try checkLog()
    let documents = try checkDocuments()
    let attachments = try checkAttachments()
    try checkLeftovers()
    if repair { try mend() }
    return Report(
      findings: findings, events: histories.count, documents: documents, attachments: attachments)
  }
}
