import SupportModel

/// Whether the documents are what the log folds to.
extension Fsck {
  /// Returns how many there are.
  mutating func checkDocuments() -> Int {
    let onDisk = Set(documentsOnDisk())
    guard isLogWhole else { return onDisk.count }
    let inLog = histories.records.filter(\.kind.isFolded)
    let all = Set(inLog).union(onDisk)
    for key in all.sorted(by: { $0.name < $1.name }) where !isPending(key) {
      let state = Documents(layout: layout).state(of: key, histories)
      if let finding = Self.finding(state, key, layout) { findings.append(finding) }
    }
    checkLinks(inLog, all)
    checkOwners(inLog)
    return onDisk.count
  }

  private func documentsOnDisk() -> [RecordKey] {
    tree.folders.flatMap { folder -> [RecordKey] in
      switch folder.room {
      case .tickets(let day):
        folder.names.compactMap { FileName.ticket($0, day: day).map(RecordKey.ticket) }
      case .customers: folder.names.compactMap(Documents.customerKey)
      default: []
      }
    }
  }

  /// Whether the next command mends the document by itself.
  private func isPending(_ key: RecordKey) -> Bool {
    guard let pending else { return false }
    return pending.behind.contains(key) || (pending.isWhole && pending.documents[key] == nil)
  }

  /// Links to tickets that nothing is known of: their part of the log may not have come along.
  private mutating func checkLinks(_ inLog: [RecordKey], _ known: Set<RecordKey>) {
    var merged: [String: String] = [:]
    for key in inLog where histories[key].contains(where: { $0.patch.add["links"] != nil }) {
      let document = Fold.document(histories[key])
      merged[key.name] = document?["merged_into"]?.string
      let links = document?["links"]?.array ?? []
      for name in links.compactMap({ $0.object?["ticket"]?.string })
      where !known.contains(RecordKey(.ticket, name)) {
        findings.append(
          Finding(
            .linkDangling, file: layout.relative(layout.document(key)), record: key,
            "it is linked to \(name), which is not in this desk"))
      }
    }
    checkCircles(merged)
  }

  /// Tickets that clones merged into each other: all of them are done, and no list of work has them.
  private mutating func checkCircles(_ merged: [String: String]) {
    for first in merged.keys.sorted() {
      var way = [first]
      while let next = merged[way[way.count - 1]], next != first {
        // Only from its oldest ticket is a circle told of.
        guard next > first, !way.contains(next) else { break }
        way.append(next)
      }
      guard merged[way[way.count - 1]] == first, let id = TicketID(first) else { continue }
      let key = RecordKey.ticket(id)
      findings.append(
        Finding(
          .linkCircle, file: layout.relative(layout.document(key)), record: key,
          "merged in a circle: \((way + [first]).joined(separator: " -> "))"))
    }
  }

  private static func finding(
    _ state: DocumentState, _ key: RecordKey, _ layout: DeskLayout
  ) -> Finding? {
    let finding: (Finding.Code, String)? =
      switch state {
      case .sound, .unknowable: nil
      case .orphan: (.documentOrphan, "no event names it")
      case .missing: (.documentMissing, "it is not there")
      case .conflicted: (.documentUnreadable, "merge conflict markers")
      case .unreadable(let reason): (.documentUnreadable, reason)
      case .ahead: (.documentAhead, "the log does not have its last event")
      case .stale: (.documentStale, "it is not what the log says")
      case .lineEnds: (.documentCRLF, "its lines end in CR LF, as another system ends them")
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
