import Testing

@testable import support_bench

@Suite("The layout of a program") struct LayoutTests {
  private let map = LinkMap(lines: [
    "             VMA              LMA     Size Align Out     In      Symbol",
    "          200270           200270       20     4 .note.ABI-tag",
    "          200270           200270       20     4         crt1.o:(.note.ABI-tag)",
    "          200270           200270       20     1                 __abi_tag",
    "          450cc0           450cc0     1000    64 .text",
    "          450cc0           450cc0       22    16         crt1.o:(.text)",
    "          450cc0           450cc0       22     1                 _start",
    "          450cf0           450cf0       10    16         a b.o:(.text..Llocal)",
    "          450d00           450d00       20    16         a b.o:(.text.$s1a)",
    "          450d00           450d00       10     1                 $s1a",
    "          450d10           450d10       10     1                 $s1b",
    "          500000           500000       40    16 .bss",
    "          500000           500000       40    16         a b.o:(.bss)",
    "          500020           500020       20     1                 symbolic _____ySSG a",
    "               0                0      102     1 .comment",
  ])

  @Test("has a piece for each section with a name that the linker can be told")
  func pieces() {
    #expect(map.pieces.map(\.symbol) == ["_start", "$s1a", "symbolic _____ySSG a"])
    #expect(map.piece(at: 0x450cc0) == 0)
    #expect(map.piece(at: 0x450ce2) == nil)
    #expect(map.piece(at: 0x450cf8) == nil)
    #expect(map.piece(at: 0x450d1f) == 1)
    #expect(map.piece(at: 0x50003f) == 2)
    #expect(map.piece(at: 0x500040) == nil)
    #expect(map.piece(at: 0) == nil)
  }

  @Test("puts pieces in the order in which they are first needed")
  func order() {
    var order = LayoutOrder(map)
    for address: UInt64 in [0x450cc0, 0x450cc4, 0x500010, 0x1f_ff00, 0x450d08, 0x500030] {
      order.add(address)
    }
    #expect(order.symbols == ["_start", "symbolic _____ySSG a", "$s1a"])
  }

  @Test(
    "knows the lines of a trace",
    arguments: [
      ("I  04001f2c,3", 0x0400_1f2c), (" S 1fff0005d8,8", 0x1f_ff00_05d8), (" L 10,1", 0x10),
      (" M a,4", 0xa), ("==7201== Lackey, an example Valgrind tool", nil), ("", nil), ("I  ", nil),
      ("I  ,3", nil), (" X 10,1", nil), ("I  1g,3", nil),
    ] as [(String, UInt64?)])
  func trace(_ line: String, _ address: UInt64?) {
    #expect(LayoutOrder.address(in: Array(line.utf8)) == address)
  }

  @Test("needs a map")
  func words() throws {
    #expect(throws: ArgumentError.self) { try Arguments.parse(["layout"]) }
    #expect(throws: ArgumentError.self) { try Arguments.parse(["layout", "a", "b"]) }
    let arguments = try Arguments.parse(["layout", "a"])
    guard case .layout("a") = arguments else {
      Issue.record("not a layout: \(arguments)")
      return
    }
  }
}
