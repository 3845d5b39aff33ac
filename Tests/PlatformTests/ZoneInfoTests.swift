import Foundation
import Testing

@testable import Platform

struct ZoneInfoTests {
  /// A folder of zones with one file, beside a file that is none of its business.
  private func withZones(_ body: (ZoneInfo) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.path + "/zones-" + UUID().uuidString
    try FileSystem.makeFolder(root + "/zoneinfo/Europe")
    defer { try? FileSystem.removeTree(root) }
    try FileSystem.replace(root + "/zoneinfo/Europe/Paris", with: [1, 2, 3])
    try FileSystem.replace(root + "/secret", with: [4])
    try body(ZoneInfo(Environment(["TZDIR": root + "/zoneinfo"])))
  }

  @Test("A zone is found by its name")
  func found() throws {
    try withZones { zones in
      let bytes = try zones.bytes(of: "Europe/Paris")
      #expect(bytes == [1, 2, 3])
    }
  }

  @Test(
    "Nothing that is no zone's name is read",
    arguments: [
      "Europe/Pari", "Europe", "", "/", "Europe/", "../secret", "Europe/../../secret", ".",
      "/etc/passwd", "Europe//Paris", "Europe/Paris\0", "Europe/Pa ris", "Pâris",
    ])
  func refused(name: String) throws {
    try withZones { zones in
      let bytes = try zones.bytes(of: name)
      #expect(bytes == nil)
    }
  }

  @Test("A machine without zones says where it looked")
  func missing() {
    let zones = ZoneInfo(Environment(["TZDIR": "/no/such/folder"]))
    #expect(throws: NoZoneInfo(folders: ["/no/such/folder"])) {
      try zones.bytes(of: "Europe/Paris")
    }
  }
}
