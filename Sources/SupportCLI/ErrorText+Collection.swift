import SupportDesk
import SupportModel

// MARK: Judged collections

extension ErrorText {
  init(collection error: CollectionError) {
    let place = error.line.map { "\(error.file), line \($0): " } ?? "\(error.file): "
    self.init(place + Self.words(error.fault), status: 2)
  }

  private static func words(_ fault: CollectionError.Fault) -> String {
    switch fault {
    case .notJSON(let error): "not JSON: column \(error.column): \(error.message)"
    case .notObject(let found): "an object should be here, not \(found)"
    case .tooLong(let limit): "more than \(limit) bytes"
    case .missing(let member): "\"\(member)\" is missing"
    case .wrongKind(let member, let expected, let found):
      "\"\(member)\" is \(found): expected \(expected)"
    case .givenTwice(let id, let line): "\"\(id)\" stands on line \(line) already"
    case .notJudgement: "a query, a document and a gain should be here, parted by tabs"
    case .notGain(let word): "\"\(word)\" is no gain: expected a number"
    }
  }
}
