import Platform
import SupportModel

/// How the document of a record lies on the disk, measured by its history.
enum DocumentState: Sendable {
  case sound
  /// Lines about the record cannot be read: its document may say more than they do, and nothing
  /// can be said of it.
  case unknowable
  case orphan, missing
  /// It has the markers of a merge of texts.
  case conflicted
  case unreadable(String)
  /// It knows an event that the log does not hold.
  case ahead
  case stale
  case edited(HandEdit)
  /// It is what the log says but for CR in front of each LF.
  case lineEnds
}

extension Documents {
  func state(of key: RecordKey, _ histories: Histories) -> DocumentState {
    if histories.damaged.contains(key) { return .unknowable }
    let events = histories[key]
    guard let folded = Fold.document(events) else { return .orphan }
    do {
      guard let bytes = try FileSystem.readIfPresent(layout.document(key)) else { return .missing }
      if bytes == Self.bytes(folded) { return .sound }
      if bytes.filter({ $0 != 0x0D }) == Self.bytes(folded) { return .lineEnds }
      return state(of: bytes, key, folded, events)
    } catch {
      return .unreadable((error as? SystemError)?.reason ?? "\(error)")
    }
  }

  private func state(
    of bytes: [UInt8], _ key: RecordKey, _ folded: JSONObject, _ events: [Event]
  ) -> DocumentState {
    switch Self.parse(bytes, key) {
    case .nothing: return .missing
    case .conflicted: return .conflicted
    case .unreadable(let reason): return .unreadable(reason)
    case .document(let found):
      // Nobody's edit: the document is from before the erasure.
      if found["erased"] != folded["erased"] { return .stale }
      if found["head"] == folded["head"] { return .edited(HandEdit(found: found, folded: folded)) }
      guard let head = found["head"]?.string.flatMap({ EventID($0) }) else { return .stale }
      return events.contains { $0.id == head } ? .stale : .ahead
    }
  }
}
