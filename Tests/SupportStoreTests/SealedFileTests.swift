import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("Files of the index that are checked as they are read")
struct SealedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "The check is XXH64",
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func vectors(text: String, check: UInt64) {
    #expect(Array(text.utf8).withUnsafeBytes { BlockCheck.checksum($0) } == check)
  }

  private func write(_ bytes: [UInt8]) throws -> (path: String, check: String) {
    let (sealed, check) = BlockChecks.sealed(bytes)
    let path = folder.path + "/file"
    try FileSystem.replace(path, with: sealed)
    return (path, check)
  }

  @Test(
    "It gives back what was written",
    arguments: [0, 1, 4095, 4096, 4097, 20_000, 524_287, 524_288, 524_289, 1_048_577])
  func backAndForth(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let (path, check) = try write(bytes)
    for access in [SealedFile.Access.few, .many] {
      let file = try SealedFile(path, check: check, access)
      #expect(file.count == count)
      #expect(try Array(file.bytes(count / 3..<count / 2)) == Array(bytes[count / 3..<count / 2]))
      #expect(try Array(file.bytes(0..<count)) == bytes)
      #expect(throws: IndexDamage.self) { try file.bytes(0..<count + 1) }
    }
  }

  @Test("However often it is looked at, and wherever")
  func looks() throws {
    let bytes = (0..<30_000).map { UInt8(truncatingIfNeeded: $0 * 13 / 7) }
    let (path, check) = try write(bytes)
    for access in [SealedFile.Access.few, .many] {
      let file = try SealedFile(path, check: check, access)
      var seen: [(range: Range<Int>, bytes: UnsafeRawBufferPointer)] = []
      for look in 0..<200 {
        let start = look * 7919 % 29_000
        let range = start..<start + [1, 8, 100, 1000][look % 4]
        seen.append((range, try file.bytes(range)))
      }
      // What was given first is still there.
      for (range, found) in seen { #expect(found.elementsEqual(bytes[range])) }
    }
  }

  @Test("However often long parts are looked at for the moment")
  func visits() throws {
    let bytes = (0..<90_000).map { UInt8(truncatingIfNeeded: $0 * 13 / 7) }
    let (path, check) = try write(bytes)
    for access in [SealedFile.Access.few, .many] {
      let file = try SealedFile(path, check: check, access)
      for look in 0..<100 {
        let start = look * 7919 % 20_000
        let range = start..<start + [0, 3000, 9000, 70_000][look % 4]
        #expect(try file.withBytes(range) { $0.elementsEqual(bytes[range]) })
      }
      #expect(throws: IndexDamage.self) { try file.withBytes(80_000..<90_001) { _ in } }
    }
    var flipped = try FileSystem.read(path)
    flipped[40_000] ^= 1
    try FileSystem.replace(path, with: flipped)
    let file = try SealedFile(path, check: check)
    #expect(try file.withBytes(0..<36_000) { $0.count } == 36_000)
    #expect(throws: IndexDamage.self) { try file.withBytes(36_000..<44_000) { _ in } }
  }

  @Test("Every flipped byte and every cut is noticed by whoever reads it")
  func damage() throws {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 * 11) }
    let (path, check) = try write(bytes)
    let sound = try FileSystem.read(path)
    for place in stride(from: 0, to: sound.count, by: 13) {
      let access: SealedFile.Access = place % 2 == 0 ? .few : .many
      var flipped = sound
      flipped[place] ^= 0x10
      try FileSystem.replace(path, with: flipped)
      #expect(throws: IndexDamage.self) {
        _ = try SealedFile(path, check: check, access).bytes(0..<bytes.count)
      }
      try FileSystem.replace(path, with: Array(sound.prefix(place)))
      #expect(throws: IndexDamage.self) {
        _ = try SealedFile(path, check: check, access).bytes(0..<bytes.count)
      }
    }
  }

  @Test("Checks of other blocks than those that are read stop nobody; those of the same group do")
  func groups() throws {
    let blocks = 300
    let bytes = (0..<blocks * 4096).map { UInt8(truncatingIfNeeded: $0 * 11 / 3) }
    let (path, check) = try write(bytes)
    let sound = try FileSystem.read(path)
    for access in [SealedFile.Access.few, .many] {
      for (hurt, group) in [(0, 0), (127, 0), (128, 1), (255, 1), (299, 2)] {
        var flipped = sound
        flipped[bytes.count + 4 * hurt] ^= 1
        try FileSystem.replace(path, with: flipped)
        let file = try SealedFile(path, check: check, access)
        for block in stride(from: 1, to: blocks, by: 20) {
          let range = block * 4096..<block * 4096 + 100
          if block / 128 == group {
            #expect(throws: IndexDamage.self) { try file.bytes(range) }
          } else {
            #expect(try file.bytes(range).elementsEqual(bytes[range]))
          }
        }
      }
      for place in bytes.count + 4 * blocks..<sound.count {
        var flipped = sound
        flipped[place] ^= 1
        try FileSystem.replace(path, with: flipped)
        #expect(throws: IndexDamage.self) { try SealedFile(path, check: check, access) }
      }
    }
  }

  @Test("A block that nobody reads is not checked, and stops nobody")
  func untouched() throws {
    let (path, check) = try write(Array(repeating: 1, count: 9000))
    var bytes = try FileSystem.read(path)
    bytes[8500] ^= 1
    try FileSystem.replace(path, with: bytes)
    let file = try SealedFile(path, check: check)
    #expect(try file.bytes(0..<8000).count == 8000)
    #expect(throws: IndexDamage.self) { try file.bytes(8191..<8193) }
  }
}

@Suite("Values of a field in the index")
struct ValueTableTests {
  @Test("Each value finds its tickets, however many there are and however it is spelled")
  func values() throws {
    let folder = try TemporaryFolder()
    let capacity = 700
    var writer = ValueTableWriter()
    for ticket in 0..<capacity {
      writer.add(["open", "closed"][ticket % 2], UInt16(ticket))
      if ticket % 50 == 0 { writer.add("VIP", UInt16(ticket)) }
      if ticket % 70 == 0 { writer.add("vip", UInt16(ticket)) }
      if ticket == 13 { writer.add(String(repeating: "x", count: 300), 13) }
      writer.add("c\(ticket)@example.com", UInt16(ticket))
    }
    let bytes = writer.bytes(capacity: capacity)
    let (sealed, check) = BlockChecks.sealed([1, 2, 3] + bytes)
    try FileSystem.replace(folder.path + "/table", with: sealed)
    let file = try SealedFile(folder.path + "/table", check: check)
    let table = try ValueTable(file, 3..<3 + bytes.count, capacity: capacity)
    #expect(table.count == capacity + 4)
    var places: [String: Int] = [:]
    for place in 0..<table.count {
      let text = try table.spelling(place)
      places[text] = place
      #expect(try table.places(of: text.lowercased()).contains(place))
    }
    #expect(places.count == table.count)
    #expect(try table.places(of: "vip").count == 2)
    #expect(try table.places(of: "nobody").isEmpty)
    let open = try #require(places["open"])
    #expect(try Array(table.tickets(open)) == Array(stride(from: 0, to: capacity, by: 2)))
    let vip = try #require(places["VIP"])
    #expect(try Array(table.tickets(vip)) == Array(stride(from: 0, to: capacity, by: 50)))
    let among = try table.tickets(open)
    let (counts, rest) = try table.counts(among: among)
    let byText = Dictionary(
      uniqueKeysWithValues: try counts.map { (try table.spelling($0.place), $0.count) })
    #expect(byText["open"] == among.count && byText["closed"] == nil)
    #expect(byText["VIP"] == 14 && byText["vip"] == 10 && byText["c8@example.com"] == 1)
    #expect(byText.count == among.count + 3)
    #expect(rest.isEmpty)
    #expect(try table.doubtful().map(Array.init) == [13])
  }

  @Test(
    "More values than a segment has tickets are all found", arguments: [65_535, 65_536, 70_000])
  func manyValues(count: Int) throws {
    let folder = try TemporaryFolder()
    let capacity = 20_000
    var writer = ValueTableWriter()
    for value in 0..<count { writer.add("t\(value)", UInt16(value * capacity / count)) }
    let bytes = writer.bytes(capacity: capacity)
    let (sealed, check) = BlockChecks.sealed(bytes)
    try FileSystem.replace(folder.path + "/table", with: sealed)
    let file = try SealedFile(folder.path + "/table", check: check)
    let table = try ValueTable(file, 0..<bytes.count, capacity: capacity)
    for value in stride(from: 0, to: count, by: 37) {
      let places = try table.places(of: "t\(value)")
      #expect(places.count == 1)
      #expect(try places.flatMap { try Array(table.tickets($0)) } == [value * capacity / count])
    }
    #expect(try table.places(of: "t\(count)").isEmpty)
  }
}
