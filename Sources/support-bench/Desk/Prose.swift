/// Makes up what people write to a help desk. Words are drawn as in real text, a few of them all the
/// time and most of them rarely; names of things make the tail.
struct Prose: Sendable {
  enum Kind { case question, answer, followUp, note }

  private let names: [String]
  private let nameWheel: Wheel
  private let nounWheel = Wheel.zipf(Vocabulary.nouns.count)
  private let verbWheel = Wheel.zipf(Vocabulary.verbs.count)

  init(_ chance: inout some RandomNumberGenerator) {
    names = Vocabulary.names(3000, &chance)
    nameWheel = .zipf(names.count)
  }

  func subject(_ chance: inout some RandomNumberGenerator) -> String {
    let text = fill(pick(Vocabulary.subjects, &chance), &chance)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  func text(_ kind: Kind, _ chance: inout some RandomNumberGenerator) -> String {
    let sentences =
      switch kind {
      case .question: Vocabulary.complaints
      case .answer: Vocabulary.answers
      case .followUp: Vocabulary.followUps
      case .note: Vocabulary.notes
      }
    let count = kind == .note ? 1...3 : 2...7
    var text = kind == .note ? "" : "Hello,\n\n"
    for place in 0..<Int.random(in: count, using: &chance) {
      if place > 0 { text += place % 3 == 0 ? "\n\n" : " " }
      text += fill(pick(sentences, &chance), &chance)
    }
    if kind == .question { text += "\n\nThank you" }
    return text
  }

  /// Puts words where a pattern has `%n` (a noun), `%v` (a verb), `%p` (a name) or `%d` (a number).
  private func fill(_ pattern: String, _ chance: inout some RandomNumberGenerator) -> String {
    var parts = pattern.split(separator: "%", omittingEmptySubsequences: false)[...]
    var text = String(parts.popFirst() ?? "")
    for part in parts {
      switch part.first {
      case "n": text += Vocabulary.nouns[nounWheel.spin(&chance)]
      case "v": text += Vocabulary.verbs[verbWheel.spin(&chance)]
      case "p": text += names[nameWheel.spin(&chance)]
      default: text += String(Int.random(in: 2...999, using: &chance))
      }
      text += part.dropFirst()
    }
    return text
  }

  private func pick(_ texts: [String], _ chance: inout some RandomNumberGenerator) -> String {
    texts[Int.random(in: 0..<texts.count, using: &chance)]
  }
}
