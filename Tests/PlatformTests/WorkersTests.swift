import Foundation
import Synchronization
import Testing

@testable import Platform

@Suite("Threads for work in parts")
struct WorkersTests {
  private struct Mishap: Error {}

  @Test("Results come in the order of the parts", arguments: [0, 1, 2, 7, 300])
  func order(parts: Int) throws {
    #expect(try Workers.map(parts, most: 4) { $0 * $0 } == (0..<parts).map { $0 * $0 })
  }

  @Test("Where one fails the others are not begun")
  func failure() {
    let begun = Mutex(0)
    #expect(throws: Mishap.self) {
      _ = try Workers.map(1000, most: 3) { part in
        begun.withLock { $0 += 1 }
        if part == 5 { throw Mishap() }
        // The one that fails must get its turn, however busy the machine is.
        if part > 5 { usleep(1000) }
      }
    }
    #expect(begun.withLock { $0 } < 1000)
  }

  @Test("Whoever waits is told on their own thread")
  func watch() throws {
    var looks = 0
    let watch = { looks += 1 }
    _ = try Workers.map(50, most: 2, watch: watch) { part in (0..<20_000).reduce(part, &+) }
    #expect(looks > 0)
  }
}
