import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("An index that may not be written")
struct ReadOnlyIndexTests {
  private func ids(_ desk: TestDesk) throws -> [TicketID]? {
    let judge = ClockJudge(readsTime: false, readsCustomers: false) { _ in nil }
    let store = try desk.store
    return try store.withIndex(try store.snapshot(), at: desk.now(), judge) { index in
      _ = index.open()
      return try index.ids(since: nil, until: nil)
    }
  }

  @Test("It serves as it stands; where a file of it is damaged, the documents do")
  func damaged() throws {
    let desk = try TestDesk()
    let made = try desk.open("one", "two", "three")
    #expect(try ids(desk) == made.sorted())
    let folder = IndexFolder(desk.layout)
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try ids(desk) == made.sorted())
    }
    for name in try FileSystem.names(in: folder.path) where name.hasPrefix("tickets") {
      try FileSystem.replace(folder.path + "/" + name, with: [1])
    }
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try ids(desk) == nil)
    }
    #expect(try ids(desk) == made.sorted())
  }
}
