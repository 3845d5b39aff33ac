import SupportModel

/// Whether the documents are what the log folds to.
extension Fsck {
  /// Returns how many there are.
  mutating func checkDocuments() throws -> Int {
    let onDisk = try Set(Documents(layout: layout).keys())
    let inLog = histories.records.filter(\.kind.isFolded)
    let due = Set(inLog).union(onDisk).filter { !isPending($0) }
    for key in due.sorted(by: { $0.name < $1.name }) {
      let state = Documents(layout: layout).state(of: key, histories)
      if let finding = Self.finding(state, key, layout) { findings.append(finding) }
    }
    return onDisk.count
  }

  /// Whether the next command mends the document by itself.
  private func isPending(_ key: RecordKey) -> Bool {
    guard let pending else { return false }
    return pending.behind.contains(key) || (pending.isWhole && pending.documents[key] == nil)
  }

  private static func finding(
    _ state: DocumentState, _ key: RecordKey, _ layout: DeskLayout
  ) -> Finding? {
    let finding: (Finding.Code, String)? =
      switch state {
      case .sound, .unknowable: nil
      case .orphan: (.documentOrphan, "no event names it")
      case .missing: (.documentMissing, "it is not there")
      case .unreadable(let reason): (.documentUnreadable, reason)
      case .ahead: (.documentAhead, "the log does not have its last event")
      case .stale: (.documentStale, "it is not what the log says")
      case .edited(let edit): (.documentEdited, "changed by hand: \(Self.parts(edit))")
      }
    return finding.map { code, what in
      Finding(code, file: layout.relative(layout.document(key)), record: key, what)
    }
  }

  private static func parts(_ edit: HandEdit) -> String {
    edit.fields.isEmpty ? "its layout" : edit.fields.joined(separator: ", ")
  }
}
