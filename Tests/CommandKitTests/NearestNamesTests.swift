import CommandKit
import Testing

@Suite struct NearestNamesTests {
  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("close", "clsoe", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3), ("é", "e", 1), ("ab", "ba", 1),
  ]

  @Test(arguments: distances)
  func `Edits are counted, a swap of neighbours as one`(_ from: String, _ to: String, _ n: Int) {
    #expect(editDistance(from, to) == n)
    #expect(editDistance(to, from) == n)
  }

  static let names = [
    "list", "show", "close", "claim", "assign", "status", "split", "read", "rate",
  ]
  static let nearest: [(String, [String])] = [
    ("clsoe", ["close"]), ("lsit", ["list"]), ("stat", ["status"]), ("LIST", ["list"]),
    ("xyz", []), ("", []), ("raed", ["read"]), ("cl", ["close", "claim"]), ("a", []),
    ("asign", ["assign"]), ("assignee", ["assign"]),
  ]

  @Test(arguments: nearest)
  func `A slip of the finger or a beginning finds the name`(_ word: String, _ found: [String]) {
    #expect(nearestNames(to: word, among: Self.names) == found)
  }

  @Test func `No more names than asked for, and none twice`() {
    #expect(
      nearestNames(to: "ab", among: ["abc", "abd", "abc", "abe"], limit: 2) == ["abc", "abd"])
  }
}
