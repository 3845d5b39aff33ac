import SupportModel

/// Whether the settings that are files of their own can be read.
extension Fsck {
  mutating func checkSettings() throws {
    let agents = AgentFiles(layout)
    for handle in try agents.handles() { try checkSettings { _ = try agents.agent(handle) } }
    let articles = ArticleFiles(layout)
    for language in try articles.languages() {
      for slug in try articles.slugs(in: language) {
        try checkSettings { _ = try articles.article(language, slug) }
      }
    }
  }

  private mutating func checkSettings(_ read: () throws -> Void) throws {
    do { try read() } catch let error as SettingsError {
      let field = error.field.isEmpty ? "" : "\(error.field): "
      findings.append(
        Finding(.settingsInvalid, file: error.file, line: error.line, field + error.reason))
    }
  }
}
