import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the status commands share.
enum StatusParameter {
  static let name = Argument.one("CODE", "The status", completes: .live("status"))
  private static let label = Option.text("name", value: "NAME", "The name that people read")
  private static let phase = Option.choice(
    "phase", value: "PHASE", "What it means: the desk has to act, it waits, or it is done",
    of: Phase.allCases.map(\.rawValue))
  private static let next = Option.texts(
    "next", value: "[+|-]STATUS", "Add a status that may follow it, or take one away",
    completes: .live("status"))
  private static let from = Option.texts(
    "from", value: "[+|-]STATUS", "Add a status that it may follow, or take one away",
    completes: .live("status"))
  private static let aliases = Option.texts(
    "alias", value: "[+|-]WORD", "Add another word for it, or take one away")

  /// What can be said of a status.
  static let all: [any Parameter] = [label, phase, next, from, aliases, TagParameter.colour]

  static func edit(_ call: Call) -> StatusEdit {
    var edit = StatusEdit()
    (edit.name, edit.colour) = (call[label], call[TagParameter.colour])
    edit.phase = call[phase].flatMap(Phase.init)
    (edit.addNext, edit.removeNext) = SignedWords.split(call[next])
    (edit.addFrom, edit.removeFrom) = SignedWords.split(call[from])
    (edit.addAliases, edit.removeAliases) = SignedWords.split(call[aliases])
    return edit
  }

  static var columns: [Column<Status>] {
    [
      Column("CODE") {
        $0.code
      } shown: { status in
        Cell(status.code, status.colour.map(Style.init) ?? .plain)
      },
      Column("PHASE") { $0.phase.rawValue },
      Column("NEXT", isElastic: true) { $0.next.joined(separator: ",") },
      Column("ALIASES", isElastic: true) { $0.aliases.joined(separator: ",") },
      Column("COLOUR", isOptional: true) { $0.colour?.description ?? "" },
      Column("NAME", isElastic: true, plain: \.name),
    ]
  }
}
