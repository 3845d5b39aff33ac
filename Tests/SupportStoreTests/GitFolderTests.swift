import Platform
import Testing

@testable import SupportStore

struct GitFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ path: String, _ text: String = "") throws {
    try FileSystem.replace(folder.path + "/" + path, with: Array(text.utf8))
  }

  @Test("The usual folder is found from below")
  func plain() throws {
    try write("a/.git/config")
    let found = try #require(GitFolder(above: folder.path + "/a/b/c"))
    #expect(found.path == folder.path + "/a/.git")
    #expect(found.config == folder.path + "/a/.git/config")
    #expect(GitFolder(above: folder.path) == nil)
  }

  @Test("A further work tree and a submodule say in a file where their folder is")
  func linked() throws {
    try write("tree/.git", "gitdir: \(folder.path)/a/.git/worktrees/tree\n")
    try write("a/.git/worktrees/tree/commondir", "../..\n")
    try write("a/.git/config", "[user]\n\temail = tree@example.com\n")
    let tree = try #require(GitFolder(above: folder.path + "/tree/desk"))
    #expect(tree.path == folder.path + "/a/.git/worktrees/tree")
    #expect(
      try GitIdentity.email(root: folder.path + "/tree/desk", Environment([:]))
        == "tree@example.com")
    try write("a/part/.git", "gitdir: ../.git/modules/part")
    #expect(
      GitFolder(above: folder.path + "/a/part")?.path
        == folder.path + "/a/part/../.git/modules/part")
  }

  @Test("Git is at work while its lock is there, and readers write no document under its hands")
  func busy() throws {
    let desk = try TestDesk()
    try FileSystem.replace(desk.layout.root + "/.git/config", with: [])
    let id = try desk.open("Lamp")
    let git = try #require(GitFolder(above: desk.layout.root))
    #expect(!git.isBusy)
    try FileSystem.replace(git.path + "/index.lock", with: [])
    #expect(git.isBusy)
    try desk.append(desk.line(id, "subject", "Bulb"), to: desk.logPath)
    let before = try desk.documents()
    #expect(try desk.read(id) == "Bulb")
    #expect(try desk.documents() == before)
    try FileSystem.remove(git.path + "/index.lock")
    #expect(try desk.read(id) == "Bulb")
    try desk.expectWhole()
  }
}
