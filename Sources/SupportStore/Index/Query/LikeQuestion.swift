import SupportModel
import TextSearch

extension TextSegments {
  /// Asks for what is like a question.
  func query(like question: Question, fewest: Int) throws -> LikenessQuery {
    try query(
      like: question.parts.map { ($0.text, $0.weight) }, without: question.names, fewest: fewest)
  }
}

extension Question {
  /// The language that its words are in, as articles name theirs; nil where they do not tell.
  package var language: String? {
    Language(of: parts.map(\.text))?.code
  }
}
