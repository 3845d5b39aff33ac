import CommandKit
import SupportDesk
import SupportModel

/// What `kb suggest` and `ticket similar` are asked about.
enum AskedParameter {
  static let words = Argument.many(
    "ID|TEXT", "The ticket, or the words of a question", unless: [file],
    completes: .live("ticket"))
  static let isText = Option.flag("text", "The words are a text, also where one is a ticket's id")
  static let file = Option.text(
    "file", short: "F", value: "FILE", "Read the text from a file, - for standard input",
    completes: .file)

  static let options: [any Parameter] = [isText, file]

  /// What a command's help says about it.
  static let details = """
    One word that a ticket's id begins with, or the random part of it, is that ticket; anything \
    else is text, and so is everything behind --text. `#k7q` is always a ticket.
    """
}

extension Session {
  /// What a command line asks about; says so where a ticket was found and people read along.
  func asked(_ call: Call, _ desk: Desk) throws -> Asked {
    if let path = call[AskedParameter.file] { return .text(try text(MessageInput.read(path))) }
    let words = call[AskedParameter.words]
    if call[AskedParameter.isText] { return .text(try text(words.joined(separator: " "))) }
    let asked = try desk.asked(words)
    switch asked {
    case .ticket(let ticket):
      if output.isTerminal, output.isText {
        output.note("for ticket \(ticket.id) \(Visible.line(ticket.subject))")
      }
    case .text(let text): _ = try self.text(text)
    }
    return asked
  }

  /// A text that has something to look for in it.
  private func text(_ text: String) throws -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || isDigit($0) })
    else {
      throw Refusal.invalid(
        field: "text", value: cut(Visible.line(String(text.prefix(60))), to: 60),
        expected: "a word to look for")
    }
    return text
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }
}
