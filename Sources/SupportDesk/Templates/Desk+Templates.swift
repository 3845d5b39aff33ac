import SupportModel
import SupportStore

/// A template with how often it was used.
package struct TemplateView: Sendable {
  package var template: Template
  package var uses = 0
  package var lastUsedAt: Instant?

  package init(template: Template, uses: Int = 0, lastUsedAt: Instant? = nil) {
    (self.template, self.uses, self.lastUsedAt) = (template, uses, lastUsedAt)
  }
}

extension Desk {
  var templateFiles: TemplateFiles { TemplateFiles(store.layout) }

  /// The templates, those first that are used most. With a category, those for its tickets only.
  package func allTemplates(
    for category: String? = nil
  ) throws -> (views: [TemplateView], broken: [SettingsError]) {
    try requireStaff("see the templates")
    let found = try templateFiles.all()
    let uses = try store.log.templateUses().all
    let views = found.values.filter { category == nil || $0.fits(category) }.map { template in
      let its = uses[template.name]
      return TemplateView(template: template, uses: its?.count ?? 0, lastUsedAt: its?.lastAt)
    }
    let sorted = views.sorted { left, right in
      left.uses == right.uses ? left.template.name < right.template.name : left.uses > right.uses
    }
    return (sorted, found.broken)
  }

  /// The templates that somebody who writes may choose from, without how often they are used.
  package func templatesToChoose() throws -> [Template] {
    try requireStaff("see the templates")
    return try templateFiles.all().values.filter(\.isActive)
  }

  package func template(_ name: String) throws -> Template {
    try requireStaff("see the templates")
    guard let template = try templateFiles.template(name) else {
      throw DeskError.notFound(kind: "template", name: name, known: try templateFiles.names())
    }
    return template
  }

  /// How often a template was used, and when last.
  package func uses(of template: Template) throws -> TemplateView {
    let uses = try store.log.templateUses().all[template.name]
    return TemplateView(
      template: template, uses: uses?.count ?? 0, lastUsedAt: uses?.lastAt)
  }

  package func addTemplate(
    _ name: String, _ edit: TemplateEdit, isDryRun: Bool = false
  ) throws -> Written<Template> {
    try permissions.requireAgent("write templates")
    try requireLegal(name)
    return try changeFile(for: "template add", isDryRun: isDryRun) {
      try requireFree(name)
      var template = Template(name: name, title: name, body: "")
      try edit.apply(to: &template, settings.limits)
      return try begin(template)
    }
  }

  /// Makes another template of one, under a new name.
  package func duplicateTemplate(
    _ name: String, as newName: String, isDryRun: Bool = false
  ) throws -> Written<Template> {
    try permissions.requireAgent("write templates")
    try requireLegal(newName)
    return try changeFile(for: "template duplicate", isDryRun: isDryRun) {
      var copy = try template(name)
      try requireFree(newName)
      copy.name = newName
      copy.updatedAt = nil
      return try begin(copy)
    }
  }

  private func begin(_ template: Template) throws -> (Template, FileChange?) {
    var template = template
    template.author = person.actor.handle
    template.createdAt = now
    return (template, try change(to: template, .templateAdded))
  }

  package func editTemplate(
    _ name: String, _ edit: TemplateEdit, isDryRun: Bool = false
  ) throws -> Written<Template> {
    try permissions.requireAgent("write templates")
    return try changeFile(for: "template edit", isDryRun: isDryRun) {
      let before = try template(name)
      var after = before
      try edit.apply(to: &after, settings.limits)
      return try change(before, to: after)
    }
  }

  /// Takes a template's whole text, as an editor left it; somebody else's work since `template` was
  /// read is not undone.
  package func replaceTemplate(
    _ template: Template, with text: String, isDryRun: Bool = false
  ) throws -> Written<Template> {
    try permissions.requireAgent("write templates")
    let after = try Template(name: template.name, file: "the edited template", text: text)
    try after.requireLegible()
    return try changeFile(for: "template edit", isDryRun: isDryRun) {
      guard try templateFiles.template(template.name) == template else {
        throw Refusal.fileChanged(kind: "template", name: template.name)
      }
      return try change(template, to: after)
    }
  }

  private func change(_ before: Template, to edited: Template) throws -> (Template, FileChange?) {
    guard edited != before else { return (before, nil) }
    var after = edited
    after.updatedAt = now
    return (after, try change(to: after, .templateUpdated))
  }

  /// Removes a template, also one whose file is broken, unless others include it.
  package func removeTemplate(_ name: String, isDryRun: Bool = false) throws -> Written<String> {
    try permissions.requireAgent("remove templates")
    return try changeFile(for: "template remove", isDryRun: isDryRun) {
      let names = try templateFiles.names()
      guard names.contains(name) else {
        throw DeskError.notFound(kind: "template", name: name, known: names)
      }
      let including = try review().including(name).filter { $0 != name }
      guard including.isEmpty else {
        throw TemplateError.included(template: name, by: including)
      }
      let draft = EventDraft(.templateRemoved, RecordKey(.template, name))
      let change = FileChange(draft: draft, kept: try templateFiles.kept(name)) {
        try templateFiles.remove(name)
      }
      return (name, change)
    }
  }

  func change(to template: Template, _ type: EventType) throws -> FileChange {
    // The text may name people, and the log would remember them: it stays in the file alone.
    let meta = JSONObject([
      ("title", .string(template.title)), ("active", .bool(template.isActive)),
    ])
    let draft = EventDraft(type, template.key, meta: meta)
    return FileChange(draft: draft, kept: try templateFiles.kept(template.name)) {
      try templateFiles.write(template)
    }
  }

  private func requireLegal(_ name: String) throws {
    guard Template.isLegal(name: name) else {
      throw Refusal.invalid(field: "name", value: name, expected: Template.expectedName)
    }
  }

  private func requireFree(_ name: String) throws {
    guard try !templateFiles.names().contains(name) else {
      throw Refusal.exists(kind: "template", name: name)
    }
  }
}

// MARK: Mistakes

/// What is wrong with templates.
package struct TemplateFindings: Sendable {
  package var mistakes: [(file: String, mistake: TemplateMistake)] = []
  package var broken: [SettingsError] = []
  /// How many were looked at.
  package var count = 0
}

extension Desk {
  /// Looks through the templates of some names, or all.
  package func lintTemplates(_ names: [String]) throws -> TemplateFindings {
    try requireStaff("see the templates")
    let all = try templateFiles.all()
    let known = Set(try templateFiles.names())
    for name in names where !known.contains(name) { _ = try template(name) }
    let review = TemplateReview(all.values, settings, categories: try categoryFiles.paths())
    var findings = TemplateFindings()
    for template in all.values where names.isEmpty || names.contains(template.name) {
      findings.count += 1
      let file = templateFiles.path(template.name)
      findings.mistakes += review.mistakes(in: template).map { (file, $0) }
    }
    findings.broken = all.broken.filter { error in
      names.isEmpty || names.contains { templateFiles.path($0) == error.file }
    }
    return findings
  }

  private func review() throws -> TemplateReview {
    TemplateReview(try templateFiles.all().values, settings, categories: [])
  }
}
