import SupportModel

/// What is wrong with a file of a judged collection, and on which line of it, counted from 1.
package struct CollectionError: Error {
  package enum Fault: Sendable {
    case notJSON(JSONError)
    case notObject(found: String)
    /// More bytes than any line may have.
    case tooLong(limit: Int)
    case missing(member: String)
    case wrongKind(member: String, expected: String, found: String)
    /// The same id as on a line before.
    case givenTwice(id: String, line: Int)
    /// Not a query, a document and a gain.
    case notJudgement
    /// A gain that is no number.
    case notGain(String)
  }

  package var file: String
  package var line: Int?
  package var fault: Fault

  package init(file: String, line: Int? = nil, _ fault: Fault) {
    (self.file, self.line, self.fault) = (file, line, fault)
  }
}
