import Platform
import SupportModel

/// Mends what can be derived from the rest.
extension Fsck {
  mutating func mend() throws {
    for place in findings.indices where findings[place].code.isDerivable {
      findings[place].isRepaired = try mend(findings[place])
    }
  }

  private func mend(_ finding: Finding) throws -> Bool {
    switch finding.code {
    case .documentStale, .documentMissing, .documentUnreadable:
      guard let key = finding.record, let folded = Fold.document(histories[key]) else {
        return false
      }
      try Documents(layout: layout).write(folded, key)
      return true
    case .logTorn:
      guard let torn = torn.first(where: { "events/\($0.file)" == finding.file }) else {
        return false
      }
      try torn.setAside(layout)
      return true
    case .fileLeftover:
      try FileSystem.removeIfPresent(layout.root + "/" + finding.file)
      return true
    default: return false
    }
  }
}
