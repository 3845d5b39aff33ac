import CommandKit
import SupportModel

// MARK: Records to import

extension ErrorText {
  init(imported error: ImportError) {
    self.init("", status: 2)
    switch error {
    case .notJSON(let error): what = "not JSON: column \(error.column): \(error.message)"
    case .notObject(let found): what = "an object should be here, not \(found)"
    case .tooLong(let limit): what = "a record of more than \(limit) bytes"
    case .rowWidth(let header, let row):
      what = "\(counted(row, "value")), but the header has \(counted(header, "name"))"
    case .textAfterQuote(let column):
      what = "column \(column): text hangs on a closing quote"
      hint = "a quote inside of quotes is written twice"
    case .openQuote(let column): what = "column \(column): the quote is not closed"
    case .unknownMember(let name, let near):
      what = "\"\(name)\" means nothing here"
      hint = Self.didYouMean(near) ?? "--ignore-unknown passes over it"
    case .givenTwice(let one, let other): what = "\"\(one)\" and \"\(other)\" say the same thing"
    case .wrongKind(let member, let expected, let found):
      what = "\"\(member)\" is \(found): expected \(expected)"
    case .badTime(let member, let word):
      what = "\"\(member)\": \"\(word)\" is no time"
      hint = "2026-11-20T10:00:00Z, 2026-11-20, or seconds since 1970"
    case .future(let member, let time): what = "\"\(member)\" is of the future: \(time)"
    case .inMessage(let number, let error):
      let inner = ErrorText(error)
      (what, hint) = ("message \(number): \(inner.what)", inner.hint)
    case .badDocument(let member): what = "\"\(member)\" is missing or makes no sense in a document"
    case .computedMember(let name):
      what = "\"\(name)\" is computed, and in no document"
      hint = "support export writes documents"
    case .newerFormat(let format):
      what = "it says format \(format), this version reads up to \(DeskSettings.newestFormat)"
    case .notFolded(let members):
      what = "no events add up to the document's \(Self.list(members.map { "\"\($0)\"" }, "and"))"
    case .idTaken(let id): what = "another ticket has the id \(id)"
    case .erased(let address): what = "\(address) was erased from this desk"
    }
  }
}
