/// Why the desk will not do what was asked: facts, which a face turns into words.
package enum Refusal: Error, Hashable {
  // What was said makes no sense.
  case missing(field: String)
  case empty(field: String)
  case holdsNUL(field: String)
  case tooLong(field: String, limit: Int, actual: Int, unit: String)
  case unknown(kind: String, word: String, known: [String])
  case invalid(field: String, value: String, expected: String)
  case linkToSelf(TicketID)
  /// A time to wait for lies in the past.
  case notToCome(Instant)
  case mergeIntoSelf(TicketID)
  /// A message that a ticket does not have; `count` is how many it has.
  case noMessage(TicketID, word: String, count: Int)
  /// A ticket keeps at least one of its messages.
  case splitAll(TicketID)
  /// A custom field that the tickets of a category cannot do without.
  case requiredField(String, category: String)

  // The ticket's state forbids it.
  /// `mayReopen` is whether it is done and the one who asked could open it again.
  case alreadyInStatus(TicketID, status: String, mayReopen: Bool)
  case transition(TicketID, from: String, to: String, allowed: [String])
  /// `mayReopen` is whether the one who wrote could open it again.
  case doneRefusesMessages(TicketID, status: String, mayReopen: Bool)
  /// Nothing is left to do for it.
  case done(TicketID, status: String)
  /// Nobody writes into what was erased.
  case erased(TicketID)
  case erasedCustomer(String)
  /// More time is taken back than was spent.
  case notSpent(TicketID, spent: TimeSpan, takenBack: TimeSpan)
  /// It is the other way round by a link that both have.
  case linkedOtherwise(TicketID, kind: LinkKind, to: TicketID)
  /// Only what was brought to an end can be rated.
  case notDone(TicketID, status: String)
  case alreadyMerged(TicketID, into: TicketID)
  case notMerged(TicketID)
  /// Work that is not done does not go where nobody looks.
  case mergeIntoDone(TicketID, into: TicketID, status: String)
  /// A customer's words do not go where the customer cannot read the answer.
  case mergeIntoInternal(TicketID, into: TicketID)
  /// Customers would read each other's messages.
  case mergeAcrossCustomers(TicketID, into: TicketID)
  case alreadyAssigned(TicketID, to: String)
  /// The address is somebody else's already.
  case otherCustomer(String, of: String)
  case customerChanged(String, expected: String, actual: String)
  case changedSince(TicketID, expected: String, actual: String)
  /// Messages came while somebody wrote an answer, by their ids.
  case newMessages(TicketID, [String])
  /// A file is no longer what an edit of it was based on.
  case fileChanged(kind: String, name: String)
  case exists(kind: String, name: String)
  /// What is to get a name finds it taken: those who mean it so can merge the two.
  case nameTaken(kind: String, name: String)
  /// It cannot go before those below it.
  case hasBelow(kind: String, name: String, below: [String])
  /// Tickets have it, and nothing is said of what becomes of them.
  case inUse(kind: String, name: String, tickets: Int)
  /// An agent whose open tickets nobody is said to get.
  case ownsTickets(handle: String, count: Int)
  /// A category cannot become a part of itself.
  case intoItself(kind: String, name: String)
  /// It is kept for what has it, and takes nothing new.
  case inactive(kind: String, name: String)
  /// Readers vote on what they can read.
  case notPublished(article: String, status: String)
  /// Without an admin a desk could never be changed again.
  case lastAdmin(String)

  // The actor may not.
  case notPermitted(Actor, action: String)
  case rateLimited(email: String, perHour: Int)
  case messageRateLimited(email: String, perHour: Int)

  // The attachment is not taken.
  case attachmentType(filename: String, allowed: [String])
  case attachmentSize(filename: String, limit: Int, actual: Int)
  case attachmentNotFile(path: String, kind: String)
}
