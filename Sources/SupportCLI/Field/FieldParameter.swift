import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the field commands share.
enum FieldParameter {
  static let name = Argument.one("NAME", "The field", completes: .live("field"))
  private static let label = Option.text(
    "label", value: "LABEL", "The name that people read, '' for its own")
  private static let kind = Option.choice(
    "type", value: "TYPE", "What its values are", of: CustomField.Kind.allCases.map(\.rawValue))
  private static let choices = Option.texts(
    "choice", value: "[+|-]VALUE", "Add something to choose from, or take it away")
  private static let requiredIn = Option.texts(
    "required-in", value: "[+|-]PATH",
    "Add a category whose tickets cannot do without, or take one away",
    completes: .live("category"))

  /// What can be said of a field.
  static let all: [any Parameter] = [label, kind, choices, requiredIn]

  static func edit(_ call: Call) -> FieldEdit {
    var edit = FieldEdit()
    edit.label = call[label]
    edit.kind = call[kind].flatMap(CustomField.Kind.init)
    (edit.addChoices, edit.removeChoices) = SignedWords.split(call[choices])
    (edit.addRequiredIn, edit.removeRequiredIn) = SignedWords.split(call[requiredIn])
    return edit
  }

  static var columns: [Column<CustomField>] {
    [
      Column("NAME", plain: \.name), Column("TYPE") { $0.kind.rawValue },
      Column("CHOICES", isElastic: true) { $0.choices.joined(separator: ",") },
      Column("REQUIRED IN", isElastic: true) { $0.requiredIn.joined(separator: ",") },
      Column("LABEL", isElastic: true, plain: \.label),
    ]
  }
}
