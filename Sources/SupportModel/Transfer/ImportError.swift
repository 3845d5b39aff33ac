/// Why a record is not imported, beyond what any verb would refuse: facts, which a face turns into
/// words.
package enum ImportError: Error {
  // The text.
  case notJSON(JSONError)
  case notObject(found: String)
  /// More bytes than any record may have.
  case tooLong(limit: Int)
  /// A row has another number of values than the header has names.
  case rowWidth(header: Int, row: Int)
  /// Something follows a closing quote before the next comma.
  case textAfterQuote(column: Int)
  /// A quote that begins in this record is not closed in the rest of the file.
  case openQuote(column: Int)

  // The members of a loose object.
  case unknownMember(String, near: [String])
  /// Two names of one member.
  case givenTwice(String, String)
  case wrongKind(member: String, expected: String, found: String)
  case badTime(member: String, word: String)
  /// Nothing is imported that is still to happen.
  case future(member: String, Instant)
  /// What is wrong with a message, counted from 1.
  indirect case inMessage(Int, any Error)

  // A document of ours.
  /// A member is missing, or is not what a document has there.
  case badDocument(member: String)
  /// A member that is computed for readers, and is in no document.
  case computedMember(String)
  case newerFormat(Int)
  /// Members that no events add up to.
  case notFolded(members: [String])

  // The desk that it goes to.
  /// A different ticket has this id.
  case idTaken(TicketID)
  /// The record names somebody who was erased from the desk.
  case erased(String)
}
