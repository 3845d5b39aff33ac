import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the priority commands share.
enum PriorityParameter {
  static let name = Argument.one("CODE", "The priority", completes: .live("priority"))
  private static let label = Option.text("name", value: "NAME", "The name that people read")
  private static let rank = Option.integer(
    "rank", "How pressing it is; more than those of lower rank", in: 0...1000)
  private static let aliases = Option.texts(
    "alias", value: "[+|-]WORD", "Add another word for it, or take one away")

  /// What can be said of a priority.
  static let all: [any Parameter] = [label, rank, TagParameter.colour, aliases]

  static func edit(_ call: Call) -> PriorityEdit {
    var edit = PriorityEdit()
    (edit.name, edit.rank, edit.colour) = (call[label], call[rank], call[TagParameter.colour])
    (edit.addAliases, edit.removeAliases) = SignedWords.split(call[aliases])
    return edit
  }

  static var columns: [Column<Priority>] {
    [
      Column("CODE") {
        $0.code
      } shown: { priority in
        Cell(priority.code, priority.colour.map(Style.init) ?? .plain)
      },
      Column("RANK") { String($0.rank) },
      Column("COLOUR") { $0.colour?.description ?? "" },
      Column("ALIASES", isElastic: true) { $0.aliases.joined(separator: ",") },
      Column("NAME", isElastic: true, plain: \.name),
    ]
  }
}
