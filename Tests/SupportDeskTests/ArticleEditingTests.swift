import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

struct ArticleEditingTests {
  private let now = Instant(CivilDate(year: 2026, month: 11, day: 20))

  /// Works with a new desk in a folder of its own.
  private func withDesk(_ work: (Desk) throws -> Void) throws {
    var chance = Chance()
    let base = FileSystem.realPath("/tmp") ?? "/tmp"
    let folder = "\(base)/support-desk-tests-\(String(chance.next(), radix: 36))"
    defer { try? FileSystem.removeTree(folder) }
    let ada = Agent(handle: "ada", role: .admin)
    let root = try Desk.make(in: folder, name: "Test", admin: ada)
    try work(Desk(try DeskStore(DeskLayout(root: root)), as: Person(ada), at: now))
  }

  private func edit(_ title: String) -> ArticleEdit {
    var edit = ArticleEdit()
    (edit.title, edit.body) = (title, "Text\n")
    return edit
  }

  @Test("An article that is published in an editor is published like any other")
  func publishing() throws {
    try withDesk { desk in
      let draft = try desk.newArticle("refunds", edit("Refunds")).value
      var published = draft
      published.status = .published
      let rehearsed = try desk.replaceArticle(draft, with: published.text, isDryRun: true).value
      #expect(rehearsed.publishedAt == now)
      #expect(try desk.article("refunds").status == .draft)
      let written = try desk.replaceArticle(draft, with: published.text).value
      #expect(written.publishedAt == now)
      #expect(try desk.events(of: nil).last?.type == .articlePublished)
    }
  }

  @Test("An editor does not undo what somebody else wrote meanwhile")
  func conflict() throws {
    try withDesk { desk in
      let base = try desk.newArticle("refunds", edit("Refunds")).value
      _ = try desk.editArticle("refunds", edit("Money back"))
      #expect(throws: Refusal.fileChanged(kind: "article", name: "en/refunds")) {
        try desk.replaceArticle(base, with: base.text + "More.\n")
      }
      #expect(try desk.article("refunds").title == "Money back")
    }
  }

  @Test("A file whose change cannot be logged is as it was")
  func putBack() throws {
    try withDesk { desk in
      _ = try desk.newArticle("refunds", edit("Refunds"))
      let before = try FileSystem.read(desk.root + "/agents/ada.json")
      struct Failure: Error {}
      #expect(throws: Failure.self) {
        _ = try desk.changeFile(for: "test", isDryRun: false) {
          let draft = EventDraft(.agentUpdated, RecordKey(.agent, "ada"))
          let change = FileChange(draft: draft, kept: try desk.agents.kept("ada")) {
            try desk.agents.write(Agent(handle: "ada", name: "Other"))
            throw Failure()
          }
          return (1, change)
        }
      }
      #expect(try FileSystem.read(desk.root + "/agents/ada.json") == before)
    }
  }
}
