import Testing

@testable import SupportStore

struct FencedTextTests {
  private let fence = FencedText("", ["one", "two"])

  private static let files = [
    "", "#!/bin/sh\n", "#!/bin/sh", "#!/bin/sh\necho hello\n", "#!/bin/sh\necho hello",
    "#!/bin/sh\r\necho hello\r\n", "[core]\n\tbare = false\n\n\n", "\n", "\n\n# a comment",
    "# >>> support git setup of other/\nx\n# <<< support git setup of other/\n",
  ]

  @Test("Taken out, a piece leaves the file byte for byte as it was", arguments: files)
  func undone(file: String) {
    let bytes = Array(file.utf8)
    for count in [0, 1, 2, Int.max] {
      let put = fence.put(into: bytes, afterLines: count)
      #expect(put != bytes)
      #expect(fence.taken(outOf: put) == bytes)
      #expect(fence.put(into: put, afterLines: count) == put)
    }
    #expect(fence.taken(outOf: bytes) == nil)
  }

  @Test("Bytes that are no text survive")
  func binary() {
    let bytes: [UInt8] = [0x23, 0x21, 0xFF, 0xFE, 0x0A, 0x00, 0xC3]
    #expect(fence.taken(outOf: fence.put(into: bytes, afterLines: 1)) == bytes)
  }

  @Test("A piece of an earlier version gives way to that of today")
  func replaced() {
    let old = FencedText("", ["older"]).put(into: Array("#!/bin/sh\nx\n".utf8), afterLines: 1)
    let new = fence.put(into: old, afterLines: 1)
    #expect(new == fence.put(into: Array("#!/bin/sh\nx\n".utf8), afterLines: 1))
  }

  @Test("The pieces of two desks stand side by side and go one by one")
  func two() {
    let other = FencedText(" of desks/b/", ["three"])
    let both = other.put(into: fence.put(into: Array("a\nb\n".utf8), afterLines: 1), afterLines: 1)
    #expect(fence.taken(outOf: both).flatMap(other.taken(outOf:)) == Array("a\nb\n".utf8))
  }
}
