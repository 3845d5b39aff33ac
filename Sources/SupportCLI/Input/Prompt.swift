import Platform
import SupportModel

/// Asks people, where there is somebody to ask.
struct Prompt {
  /// Whether both ends are a terminal.
  let isPossible = Terminal.isTerminal(.input) && Terminal.isTerminal(.output)

  /// Asks before something is destroyed. In a script, `--yes` must have said it.
  func confirm(_ question: String, isGiven: Bool, _ session: Session) throws {
    if isGiven { return }
    guard isPossible else { throw NotConfirmed.noTerminal(question) }
    session.output.ask("\(question) [y/N]")
    let answer = Terminal.readLine().map { trimmed($0).lowercased() }
    guard answer == "y" || answer == "yes" else { throw NotConfirmed.refused }
  }
}

/// Nothing was done because nobody said yes.
enum NotConfirmed: Error {
  case noTerminal(String)
  case refused
}
