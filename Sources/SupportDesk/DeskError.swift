import SupportModel

/// Why a use case could not be carried out, beyond what the model refuses.
package enum DeskError: Error {
  /// No folder from here upwards holds a desk.
  case noDesk(from: String)
  /// Nobody is named by `--as`, the environment, the local config or git.
  case nobody
  case notFound(kind: String, name: String, known: [String])
  /// There is no index and none can be made, and what was asked for would take too long without.
  case noIndex
  /// What was asked for would make a settings file that nobody could read.
  case wrongSettings(SettingsError)
  /// A rule or a settings file that names what is to go, and that nobody could read any more.
  case namedBy(kind: String, name: String, SettingsError)
  /// Other settings name what is to go, and nothing is said of what becomes of them.
  case inUseBy(kind: String, name: String, [SettingsName])
  /// A reference that several tickets match.
  case ambiguous(typed: String, candidates: [Candidate])
  /// A word that no ticket reference looks like.
  case notAReference(String)
  /// A refusal in a command about several tickets, with the one it is about.
  case refused(TicketID, Refusal)
  /// A reference that leads nowhere in a command about several tickets.
  indirect case noneChanged(DeskError)

  package struct Candidate: Sendable {
    package var id: TicketID
    package var status: String
    package var subject: String
  }
}
