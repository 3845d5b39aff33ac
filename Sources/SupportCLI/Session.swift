import CommandKit
import Platform
import SupportDesk
import SupportModel

/// One run of the program: where it was started, who acts, where output goes. Commands get it and
/// touch the terminal, the environment and the clock only through it.
final class Session: CommandContext {
  /// What a command must have before its body runs.
  enum Need: Sendable { case nothing, desk }

  let environment: Environment
  private(set) var now: Instant
  let output: Output
  let prompt: Prompt
  /// The folder to start looking for a desk from.
  private(set) var folder: String
  private(set) var actor: String?
  private var openedDesk: Desk?

  init(environment: Environment) throws {
    self.environment = environment
    folder = environment["SUPPORT_DIR"] ?? "."
    now = try Self.now(environment)
    output = Output(environment)
    prompt = Prompt()
  }

  /// `SUPPORT_NOW` fixes the time, for imports and tests.
  private static func now(_ environment: Environment) throws -> Instant {
    guard let text = environment["SUPPORT_NOW"] else {
      return Instant(milliseconds: WallClock.milliseconds())
    }
    guard let now = Instant(text) else {
      throw Refusal.invalid(field: "SUPPORT_NOW", value: text, expected: "a time in RFC 3339")
    }
    return now
  }

  /// Takes over what the global and common options say; what they leave open stays as it is.
  func configure(_ call: Call) throws {
    folder = call[GlobalOption.directory] ?? folder
    actor = call[GlobalOption.actor] ?? actor
    try output.configure(call)
  }

  /// The desk that the command works on, opened at first use.
  func desk() throws -> Desk {
    if let openedDesk { return openedDesk }
    var desk = try Desk(from: folder, as: actor, environment, at: now, chance: chance)
    desk.indexWatch = indexWatch
    desk.followed = followed
    openedDesk = desk
    if output.isText { output.prefer(colour: try desk.localSetting("color")) }
    return desk
  }

  /// Shows how far the index has come where it has to be made and that takes long.
  private var indexWatch: IndexWatch {
    // Whoever waits for the index is told on their own thread.
    nonisolated(unsafe) let progress = Progress("reading tickets", output)
    return { done, all in
      if done < all { progress.update(done, of: all) } else { progress.finish() }
    }
  }

  /// Says that a ticket stands for another one that was merged into it.
  private var followed: @Sendable (_ from: TicketID, _ to: TicketID) -> Void {
    nonisolated(unsafe) let output = output
    return { from, to in output.note("support: \(from) was merged into \(to)") }
  }

  /// The desk for looking after this copy's files and settings: whoever can write them may, also
  /// where nobody is known yet or the one who was is gone. Somebody named for this run is held to
  /// their rights.
  func deskOfThisCopy() throws -> Desk {
    guard actor == nil, environment["SUPPORT_AS"] == nil else { return try desk() }
    return try Desk(from: folder, as: "system", environment, at: now, chance: chance)
  }

  /// Checks the desk, also one that cannot be opened because its settings are broken.
  func fsck(repair: Bool) throws -> FsckReport {
    guard actor == nil, environment["SUPPORT_AS"] == nil else {
      return try desk().fsck(repair: repair)
    }
    return try Desk.fsck(from: folder, repair: repair, at: now)
  }

  /// Notes how late it is after somebody took their time to write: what they say is said now.
  func passTime() {
    guard let time = try? Self.now(environment) else { return }
    (now, openedDesk) = (time, nil)
  }

  /// Looks for the desk from another folder, which git names.
  func turn(to folder: String) { self.folder = folder }

  func leaveDesk() { openedDesk = nil }

  /// `SUPPORT_SEED` makes the ids of tests repeat.
  var chance: Chance { Chance(seed: environment["SUPPORT_SEED"].flatMap { UInt64($0) }) }
}

extension Session {
  /// One of this copy's own settings; nil outside of a desk.
  func localSetting(_ key: String) -> String? {
    (try? openedDesk?.localSetting(key)).flatMap { $0 }
  }
}
