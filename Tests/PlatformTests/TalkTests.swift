import Testing

@testable import Platform

struct TalkTests {
  private func shell(
    _ script: String, input: [UInt8] = [], _ environment: [String: String] = [:]
  ) throws -> ChildProcess.Answer {
    try ChildProcess.talk("/bin/sh", ["-c", script], input: input, environment: environment)
  }

  @Test("More goes in and comes out than a pipe holds")
  func large() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let answer = try shell("cat; head -c 300000 /dev/zero >&2", input: bytes)
    #expect(answer.output == bytes)
    #expect(answer.errors.count == 300_000)
    #expect(answer.status == 0)
  }

  @Test("A program that does not read all of its input is heard all the same")
  func unread() throws {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    let answer = try shell("head -c 3; echo no more >&2; exit 7", input: bytes)
    #expect(answer.output == Array("aaa".utf8))
    #expect(answer.errors == Array("no more\n".utf8))
    #expect(answer.status == 7)
  }

  @Test("Variables are set on top of our own, and none is there twice")
  func environment() throws {
    let answer = try shell(
      "echo \"$TALK\"; test -n \"$PATH\" && env | grep -c ^HOME=", ["TALK": "a b", "HOME": "/h"])
    #expect(String(decoding: answer.output, as: UTF8.self) == "a b\n1\n")
  }

  @Test("A program that is not there is an error, and a killed one has its signal")
  func failures() throws {
    #expect(throws: SystemError.self) { try ChildProcess.talk("/nothing/here", []) }
    #expect(try shell("kill -9 $$").status == 137)
  }
}
