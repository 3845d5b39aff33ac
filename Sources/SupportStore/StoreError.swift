import SupportModel

/// What can go wrong with a desk's files beyond the system's own errors.
package enum StoreError: Error, Equatable {
  /// Somebody else holds the lock: who, since when and what for, as they wrote it.
  case locked(holder: String)
  /// `support.json` was changed after it was read, by somebody who was faster.
  case settingsChanged
  /// A document or log line that cannot be read, where nothing can be folded in its place.
  case damaged(file: String, line: Int?, reason: String)
  /// A folder that is a desk already.
  case deskExists(String)
  /// Fields of a document that no event can express.
  case cannotAdopt(TicketID, fields: [String])
  /// The log holds nothing of the record.
  case noHistory(RecordKey)
  /// The clock that orders events has come to the end of the times that ids can have.
  case endOfTime
}
