import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the reference commands share.
enum ReferenceParameter {
  static let name = Argument.one(
    "KIND", "The kind of reference", completes: .live("reference"))
  private static let label = Option.text(
    "label", value: "LABEL", "The name that people read, '' for its own")
  private static let url = Option.text(
    "url", value: "URL", "Where one of them can be looked at, with {id} in it; '' for nowhere")

  /// What can be said of a kind of reference.
  static let all: [any Parameter] = [label, url]

  static func edit(_ call: Call) -> ReferenceEdit {
    var edit = ReferenceEdit()
    (edit.label, edit.url) = (call[label], call[url])
    return edit
  }

  static var columns: [Column<ReferenceKind>] {
    [
      Column("KIND", plain: \.kind), Column("LABEL", isElastic: true, plain: \.label),
      Column("URL", isElastic: true) { $0.url ?? "" },
    ]
  }
}
