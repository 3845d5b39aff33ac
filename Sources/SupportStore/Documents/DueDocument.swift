import Platform
import SupportModel

/// What the document of a record has to be.
///
/// As a rule that is what its history folds to. Where the log is damaged, the document on disk may
/// be the last copy of what a line said: it is kept, and later events are folded into it as it is.
struct DueDocument: Sendable {
  var document: JSONObject
  /// Whether these very bytes lie on the disk: writing them again would only stir up git.
  var isOnDisk: Bool
  /// Whether the document on disk was kept, because it says what the log does not.
  var isKept = false
  /// Why the document on disk could not be read, so that nobody knows whether it has to be kept.
  var unread: SystemError?
}

extension Documents {
  /// The document that a record has to have; nil for a record that nothing is known of.
  ///
  /// A head that the log does not hold is a line or file that is lost, except `afterReset`: events
  /// that somebody took back are to be gone from the document too.
  func due(
    _ key: RecordKey, _ histories: Histories, afterReset: Bool = false
  ) -> DueDocument? {
    let events = histories[key]
    let folded = Fold.document(events)
    var (bytes, unread) = ([UInt8]?.none, SystemError?.none)
    do { bytes = try FileSystem.readIfPresent(layout.document(key)) } catch let error as SystemError
      where !error.isNoFile
    {
      unread = error
    } catch {
      // A folder in its place, or a pipe: nothing is lost by taking it for missing.
    }
    guard let bytes else {
      return folded.map { DueDocument(document: $0, isOnDisk: false, unread: unread) }
    }
    if let folded, bytes == Self.bytes(folded) {
      return DueDocument(document: folded, isOnDisk: true)
    }
    if case .document(let found) = Self.parse(bytes, key) {
      let head = found["head"]?.string.flatMap { EventID($0) }
      let isAhead = head.map { head in !events.contains { $0.id == head } } ?? false
      // A copy of what was erased is not kept, whatever the log lost.
      let isErased = folded?["erased"] == true
      if !isErased, histories.damaged.contains(key) || (isAhead && !afterReset) {
        return Self.kept(found, with: events.filter { $0.id > head ?? $0.id })
      }
    }
    return folded.map { DueDocument(document: $0, isOnDisk: false) }
  }

  /// Whether a document could not be read because of its own mode. It stops nobody: its readers fold
  /// it from the log, and once it can be read its time of change says that it was touched.
  func isForbidden(_ key: RecordKey, _ error: SystemError) -> Bool {
    error.isReadOnly && (try? FileSystem.statusIfPresent(layout.document(key))) != nil
  }

  private static func kept(_ found: JSONObject, with later: [Event]) -> DueDocument {
    let document = later.reduce(found) { Fold.document($0, adding: $1) }
    return DueDocument(document: document, isOnDisk: later.isEmpty, isKept: true)
  }
}
