import Testing

@testable import Platform

@Suite("A file that is written piece by piece")
struct OutputFileTests {
  private let folder: String

  init() throws {
    var chance = SystemRandomNumberGenerator()
    folder = "/tmp/support-tests-\(ProcessID.current)-\(String(chance.next(), radix: 36))"
    try FileSystem.makeFolder(folder)
  }

  private func remove() { try? FileSystem.removeTree(folder) }

  @Test("It is there when it is whole, and not at all when nobody ends it")
  func whole() throws {
    defer { remove() }
    let path = folder + "/out"
    var file: OutputFile? = try OutputFile(path)
    try file?.write([1, 2])
    #expect(try FileSystem.statusIfPresent(path) == nil)
    try file?.finish()
    #expect(try FileSystem.read(path) == [1, 2])
    file = try OutputFile(path)
    try file?.write([3])
    file = nil
    #expect(try FileSystem.read(path) == [1, 2])
    #expect(try FileSystem.names(in: folder) == ["out"])
  }

  @Test("A device stays one, and a link leads to its file")
  func inTheWay() throws {
    defer { remove() }
    try OutputFile.write([1], to: "/dev/null")
    #expect(try FileSystem.status("/dev/null").kind == .device)
    try FileSystem.replace(folder + "/file", with: [9, 9, 9])
    #expect(try shell("ln -s file '\(folder)/link'") == 0)
    try OutputFile.write([1, 2], to: folder + "/link")
    #expect(try shell("test -L '\(folder)/link'") == 0)
    #expect(try FileSystem.read(folder + "/file") == [1, 2])
    #expect(throws: SystemError.self) { try OutputFile(folder + "/none/file") }
    #expect(throws: SystemError.self) { try OutputFile(folder) }
  }
}
