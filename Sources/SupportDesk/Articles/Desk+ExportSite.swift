import SupportModel
import SupportStore

/// What came of writing a help site.
package struct ExportedSite: Sendable {
  package var articles: Int
  package var languages: [String]
  package var files: Int
  /// Pages of an earlier time that are no more.
  package var removed: [String]
  /// Files of articles that could not be read and so have no page.
  package var broken: [SettingsError]
}

extension Desk {
  /// Files in a folder that no help site put there.
  package func strangers(inSite folder: String) throws -> [String] {
    try SiteFolder(folder).strangers()
  }

  /// Writes the published articles as a help site: pages that need no server and no network.
  package func exportSite(to folder: String, isDryRun: Bool = false) throws -> ExportedSite {
    let all = try allArticles()
    let site = HelpSite(all.values, name: settings.name, language: settings.language)
    let files = site.files
    let removed = try SiteFolder(folder).leftovers(besides: files.map(\.path))
    if !isDryRun { try SiteFolder(folder).write(files.map { ($0.path, Array($0.text.utf8)) }) }
    return ExportedSite(
      articles: site.articleCount, languages: site.languages, files: files.count,
      removed: removed, broken: all.broken)
  }
}
