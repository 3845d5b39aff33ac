import TestPrograms
import Testing

struct TerminalTests {
  @Test func `A command on a terminal knows its size`() throws {
    let ended = try Terminal.run("stty size; test -t 0 && test -t 1 && test -t 2", columns: 71)
    #expect(ended.text == "24 71\n")
    #expect(ended.way == .exited(0))
  }

  @Test func `The terminal controls the command`() throws {
    #expect(try Terminal.run("echo to the terminal >/dev/tty").text == "to the terminal\n")
    let interrupted = try Terminal.run("echo ready; exec sleep 60", answering: ["ready": "\u{3}"])
    #expect(interrupted.way == .killed(signal: 2))
  }

  @Test func `What is typed is read and echoed`() throws {
    let typed = try Terminal.run("read x; read y; echo got $x $y", input: "a\nb\n")
    #expect(typed.text.hasSuffix("got a b\n"))
    let answered = try Terminal.run(
      "printf 'name? '; read n; printf 'sure? '; read y; echo $n $y; exit 4",
      answering: ["name? ": "Acme\n", "sure? ": "y\n"])
    #expect(answered.text == "name? Acme\nsure? y\nAcme y\n")
    #expect(answered.status == 4)
  }

  @Test func `A command that waits for more is stopped`() throws {
    let ended = try Terminal.run("echo here; cat", timeout: .seconds(1))
    #expect(ended.text == "here\n")
    #expect(ended.way == .timedOut)
  }

  @Test func `Runs in one sandbox share its folder`() throws {
    let sandbox = try Sandbox()
    try sandbox.run("echo text > file")
    #expect(try Terminal.run("cat file", in: sandbox).text == "text\n")
  }
}
