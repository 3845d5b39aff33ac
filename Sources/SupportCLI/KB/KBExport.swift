import CommandKit
import SupportDesk
import SupportModel

private let html = Option.required(
  "html", value: "DIR", "Write a help site into this folder", completes: .directory)

/// Writes the articles as a help site.
extension Command where Context == Session {
  static var kbExport: Command {
    Command(
      "export", "Write the published articles as a help site", needs: .desk,
      options: [html, Shared.yes, Shared.dryRun],
      details: """
        The site has a first page, a page for each category and article, in each language, and a \
        search box. It needs no server and no network: open index.html, or put the folder anywhere \
        on the web. It is the same to the byte whenever it is made. Links between articles are \
        written as other-slug.md.

        The next export takes away pages that are no more. A folder with files that no export \
        wrote is written to only after a question, or with --yes; they stay, unless a page has the \
        same name.
        """,
      examples: ["support kb export --html site", "support kb export --html site --dry-run"]
    ) { call, session in
      let desk = try session.desk()
      let folder = call[html]
      let strangers = try desk.strangers(inSite: folder)
      if let first = strangers.first, !call[Shared.dryRun] {
        try session.prompt.confirm(
          "Write among files that are not the site's, such as \(first)?",
          isGiven: call[Shared.yes], session)
      }
      let site = try desk.exportSite(to: folder, isDryRun: call[Shared.dryRun])
      try session.tell(
        JSONObject([
          ("folder", .string(folder)), ("articles", .integer(Int64(site.articles))),
          ("languages", .array(site.languages.map(JSON.string))),
          ("files", .integer(Int64(site.files))),
          ("removed", .array(site.removed.map(JSON.string))),
        ]), [line(site, folder, isDryRun: call[Shared.dryRun])])
      session.report(broken: site.broken)
    }
  }

  private static func line(_ site: ExportedSite, _ folder: String, isDryRun: Bool) -> String {
    let what = "\(counted(site.articles, "article")) in \(counted(site.files, "file"))"
    let gone = site.removed.isEmpty ? "" : ", \(counted(site.removed.count, "file")) removed"
    return "\(folder): \(isDryRun ? "would be " : "")\(what)\(gone)"
  }
}
