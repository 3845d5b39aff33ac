import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("The open tickets in the index")
struct AgendaTests {
  private let folder: IndexFolder
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = IndexFolder(DeskLayout(root: temporary.path))
    try FileSystem.makeFolder(folder.path)
  }

  private static func entry(_ number: Int, owners: Int) -> Agenda.Entry {
    Agenda.Entry(
      id: UInt64(number * 3), looksAt: Int64(number) * 7 - 50,
      dueAt: number % 4 == 0 ? IndexRow.noInstant : Int64(number), customer: UInt32(number % 9),
      hasClocks: number % 3 > 0,
      owner: number % 5 == 0 ? nil : "agent-\(number % owners)-of-a-name-that-is-long")
  }

  private static func same(_ left: Agenda.Entry, _ right: Agenda.Entry) -> Bool {
    (left.id, left.looksAt, left.dueAt, left.customer) == (
      right.id, right.looksAt, right.dueAt, right.customer
    ) && left.hasClocks == right.hasClocks && left.owner == right.owner
  }

  @Test("They come back as they were put in", arguments: [(0, 1), (1, 1), (700, 3), (2000, 900)])
  func backAndForth(count: Int, owners: Int) throws {
    let agenda = Agenda(entries: (0..<count).map { Self.entry($0, owners: owners) })
    let name = try folder.writeSealed(agenda.bytes, "agenda")
    let kept = KeptAgenda(folder, name)
    #expect(try kept.agenda().entries.elementsEqual(agenda.entries, by: Self.same))
    let file = try AgendaFile(folder.open(name))
    for entry in agenda.entries.prefix(40) + agenda.entries.suffix(40) {
      #expect(try file.owners(of: [entry.id]) == [entry.owner].compactMap(\.self))
      #expect(try file.owners(of: [entry.id + 1]).isEmpty)
    }
    let third = agenda.entries.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    #expect(try file.owners(of: third.map(\.id)) == third.compactMap(\.owner))
    let changed: [UInt64] = [3, 9, 10, 600, 90_000]
    let loads = agenda.entries.filter { !changed.contains($0.id) }
      .reduce(into: [String: Int]()) { loads, entry in
        if let owner = entry.owner { loads[owner, default: 0] += 1 }
      }
    #expect(try kept.loads(without: changed)?.filter { $0.value > 0 } == loads)
  }

  @Test("Some go and others come, wherever they stand", arguments: 0..<20)
  func replacing(seed: UInt64) throws {
    var dice = Chance(seed: seed)
    func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
    var agenda = Agenda(entries: (0..<draw(400)).map { Self.entry($0, owners: 7) })
    var name = try folder.writeSealed(agenda.bytes, "agenda")
    for _ in 0..<6 {
      var gone: [UInt64] = []
      gone.merge((0..<draw(40)).map { _ in UInt64(draw(1300)) })
      let added = (0..<draw(20)).map { _ in draw(420) }
      let entries = Set(added).map { number in
        var entry = Self.entry(number, owners: 9)
        entry.dueAt = Int64(draw(1000))
        return entry
      }
      agenda = agenda.replacing(Set(gone).union(entries.map(\.id)), with: entries)
      name = try folder.writeSealed(
        KeptAgenda(folder, name).replacing(gone, with: entries), "agenda")
      let kept = KeptAgenda(folder, name)
      #expect(try kept.agenda().entries.elementsEqual(agenda.entries, by: Self.same))
      let anew = KeptAgenda(folder, try folder.writeSealed(agenda.bytes, "agenda"))
      #expect(
        try kept.loads(without: gone)?.filter { $0.value != 0 }
          == anew.loads(without: gone)?.filter { $0.value != 0 })
    }
  }

  @Test("Without a list nobody knows who has what")
  func none() throws {
    #expect(try KeptAgenda(folder, nil).loads(without: []) == nil)
    #expect(try KeptAgenda(folder, nil).agenda().entries.isEmpty)
  }

  @Test("Bytes that end too early are none")
  func cut() throws {
    let bytes = Agenda(entries: (0..<9).map { Self.entry($0, owners: 4) }).bytes
    for count in 0..<bytes.count where (bytes.count - count) % 32 != 0 {
      let name = try folder.writeSealed(Array(bytes.prefix(count)), "agenda")
      #expect(throws: IndexDamage.self) { try AgendaFile(folder.open(name)) }
    }
  }
}
