import Platform
import SupportModel
import Testing

@testable import SupportStore

struct EventFeedTests {
  private func subjects(_ feed: inout EventFeed) throws -> [String?] {
    try feed.next().map { $0.patch.set["subject"]?.string }
  }

  @Test("It begins at the end of the log, and tells what comes once")
  func own() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    var feed = try EventFeed(EventLog(desk.layout))
    #expect(try subjects(&feed) == [])
    try desk.set(id, "subject", "two")
    try desk.set(id, "subject", "three")
    #expect(try subjects(&feed) == ["two", "three"])
    #expect(try subjects(&feed) == [])
  }

  @Test("A log that a merge brings is told, though its events are older than those known")
  func merged() throws {
    let (desk, other) = (try TestDesk(), try TestDesk())
    try other.open("older", "old")
    for _ in 0..<5 { _ = desk.now() }
    _ = try desk.open("here")
    var feed = try EventFeed(EventLog(desk.layout))
    for (days, replica) in [(0, "zzzz"), (-40, "yyyy"), (90, "xxxx")] {
      let day = TestDesk.start + TimeSpan(seconds: days * 86_400)
      let path = EventLog(desk.layout).path(LogFile(day.date, replica: replica))
      try FileSystem.replace(path, with: FileSystem.read(other.logPath))
      #expect(try Set(subjects(&feed)) == ["older", "old"], "\(replica)")
      #expect(try subjects(&feed) == [])
    }
  }

  @Test("A line is told when it is whole, and a file that was replaced only by what is new in it")
  func growing() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    var feed = try EventFeed(EventLog(desk.layout))
    let first = try desk.line(id, "subject", "first")
    try FileSystem.replace(path, with: Array(first.prefix(50)))
    #expect(try subjects(&feed) == [])
    try FileSystem.replace(path, with: first)
    #expect(try subjects(&feed) == ["first"])
    _ = try desk.store.snapshot()
    let second = try desk.line(id, "subject", "second")
    try FileSystem.replace(path, with: Array("<<<<<<< HEAD\n".utf8) + first + second)
    #expect(try subjects(&feed) == ["second"])
    try FileSystem.remove(path)
    #expect(try subjects(&feed) == [])
  }

  @Test("A desk whose log has not begun is watched from its first event")
  func empty() throws {
    let desk = try TestDesk()
    var feed = try EventFeed(EventLog(desk.layout))
    #expect(try subjects(&feed) == [])
    _ = try desk.open("one")
    #expect(try subjects(&feed) == ["one"])
  }
}
