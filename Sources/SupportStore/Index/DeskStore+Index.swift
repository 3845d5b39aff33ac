import Platform
import SupportModel
import TextSearch

extension DeskStore {
  /// Has `body` use the index as it stands for a snapshot, made or made anew where that is needed.
  /// Nil where it cannot serve: it is being made by somebody else, or cannot be written. What `body`
  /// wants to know is then read from the documents.
  ///
  /// `body` may run twice: where a file of the index proves to be damaged.
  package func withIndex<Result>(
    _ snapshot: Snapshot, at now: Instant, _ judge: ClockJudge, watch: IndexWatch? = nil,
    _ body: (TicketIndex) throws -> Result
  ) throws -> Result? {
    let folder = IndexFolder(layout)
    for _ in 0..<3 {
      let manifest = try? folder.readManifest()
      let maker = IndexMaker(self, snapshot, at: now, judge, watch)
      do {
        guard let index = try maker.index(manifest) else { return nil }
        return try body(index)
      } catch  where error is IndexDamage || error is TextDamage {
        // Where the manifest is another by now, somebody else has just written the index.
        guard let manifest, (try? folder.readManifest()) == manifest else { continue }
        // Who may not write here has the documents.
        guard (try? folder.removeManifest()) != nil else { return nil }
      }
    }
    return nil
  }

  /// The tickets that a reference may mean. Where an index is there already it is asked: to go through
  /// the folders of a large desk takes a second.
  package func candidates(
    for reference: TicketReference, in snapshot: Snapshot, at now: Instant, _ judge: ClockJudge
  ) throws -> [TicketID] {
    guard reference.whole == nil, !reference.canonical.contains("-"),
      let manifest = try? IndexFolder(layout).readManifest(),
      let found = try? IndexMaker(self, snapshot, at: now, judge, nil).matches(reference, manifest)
    else { return try snapshot.candidates(for: reference) }
    return found
  }
}
