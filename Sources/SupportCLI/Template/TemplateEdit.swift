import CommandKit
import Platform
import SupportDesk
import SupportModel

/// Changes a template.
extension Command where Context == Session {
  static var templateEdit: Command {
    Command(
      "edit", "Change a template", needs: .desk, arguments: [TemplateParameter.name],
      options: [TemplateParameter.text, Shared.file] + TemplateParameter.all + [Shared.dryRun],
      rules: [.atMostOne(of: TemplateParameter.text, Shared.file)],
      details: "Without an option, opens the template in the editor.",
      examples: [
        "support template edit refund", "support template edit refund --category +billing",
        "support template edit refund --active false",
      ]
    ) { call, session in
      let desk = try session.desk()
      let before = try desk.template(call[TemplateParameter.name])
      var edit = TemplateEdit(call)
      edit.body = try call[TemplateParameter.text] ?? call[Shared.file].map(MessageInput.read)
      let isDryRun = call[Shared.dryRun]
      let template =
        edit == TemplateEdit()
        ? try session.editInEditor(before, isDryRun: isDryRun)
        : try session.settled(desk.editTemplate(before.name, edit, isDryRun: isDryRun))
      let changed = isDryRun ? "would be changed" : "changed"
      try session.show(template, said: template == before ? "unchanged" : changed)
    }
  }
}

extension Session {
  /// Lets the person edit the whole file of a template. What they wrote stays on disk until it has
  /// been taken.
  fileprivate func editInEditor(_ template: Template, isDryRun: Bool) throws -> Template {
    guard prompt.isPossible else {
      let options = ["--message", "--file"] + TemplateParameter.all.map { "--\($0.shape.name)" }
      throw UsageError.missingOption(options, path: output.commandPath)
    }
    let desk = try desk()
    let path = try desk.draftPath("template-edit-\(template.name)")
    if try FileSystem.statusIfPresent(path) == nil {
      try FileSystem.replace(path, with: Array(template.text.utf8))
    }
    try Editor(self).edit(path)
    do {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let edited = try settled(desk.replaceTemplate(template, with: text, isDryRun: isDryRun))
      if !isDryRun { try FileSystem.removeIfPresent(path) }
      return edited
    } catch {
      output.note("your text is kept in \(path)")
      throw error
    }
  }
}
