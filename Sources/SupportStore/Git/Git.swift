import Platform
import SupportModel

/// The program `git`, called in the folder of a desk.
struct Git: Sendable {
  private let program: String
  private let folder: String
  private let variables: [String: String]

  /// Where nobody sits at the terminal (`isAttended` is false), nothing asks for a password.
  init(in folder: String, _ environment: Environment, isAttended: Bool) throws {
    guard let program = ChildProcess.find("git", path: environment["PATH"]) else {
      throw GitError.notInstalled
    }
    self.program = program
    self.folder = folder
    variables = isAttended ? [:] : ["GIT_TERMINAL_PROMPT": "0"]
  }

  /// Runs git, whatever comes of it. Paths among the arguments are never patterns.
  func run(
    _ arguments: [String], input: [UInt8] = [], with more: [String: String] = [:]
  ) throws -> ChildProcess.Answer {
    try ChildProcess.talk(
      program, ["-C", folder, "--literal-pathspecs"] + arguments, input: input,
      environment: variables.merging(more) { $1 })
  }

  /// Runs git and gives what it printed; a failure is an error with git's own words.
  @discardableResult
  func ask(
    _ arguments: [String], input: [UInt8] = [], with more: [String: String] = [:]
  ) throws -> [UInt8] {
    let answer = try run(arguments, input: input, with: more)
    guard answer.status == 0 else { throw Self.failure(arguments, answer) }
    return answer.output
  }

  /// The one line that git prints.
  func line(_ arguments: [String], input: [UInt8] = []) throws -> String {
    trimmed(String(decoding: try ask(arguments, input: input), as: UTF8.self))
  }

  /// The one line that git prints; nil where it says by its status that there is none.
  func lineIfAny(_ arguments: [String]) throws -> String? {
    let answer = try run(arguments)
    let line = trimmed(String(decoding: answer.output, as: UTF8.self))
    return answer.status == 0 && !line.isEmpty ? line : nil
  }

  /// The lines that git prints.
  func lines(_ arguments: [String]) throws -> [String] {
    String(decoding: try ask(arguments), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The paths and other fields that git ends with NUL.
  func fields(_ arguments: [String]) throws -> [String] {
    try ask(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  static func failure(_ arguments: [String], _ answer: ChildProcess.Answer) -> GitError {
    .failed(command: "git " + (arguments.first { !$0.hasPrefix("-") } ?? ""), said: said(answer))
  }

  /// What git complained of; hooks and signing programs may say why on either stream.
  static func said(_ answer: ChildProcess.Answer) -> [String] {
    let text = String(decoding: answer.errors + answer.output, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    return lines.filter { !$0.hasPrefix("hint: ") && $0 != "hint:" }
  }
}
