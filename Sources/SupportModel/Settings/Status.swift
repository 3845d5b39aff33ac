/// What a status means for the clocks and lists.
package enum Phase: String, Sendable, CaseIterable {
  /// Somebody of the desk has to act.
  case active
  /// The desk waits for somebody else.
  case waiting
  case done
}

/// A state that a ticket can be in, with the states it may go to from there.
package struct Status: Hashable, Sendable {
  package var code: String
  package var name: String
  package var phase: Phase
  package var next: [String]
  package var aliases: [String]
  package var colour: Colour?
}

/// The statuses of a desk in their order.
package struct Lifecycle: Hashable, Sendable {
  package var statuses: [Status]

  package subscript(code: String) -> Status? { statuses.first { $0.code == code } }
  package var codes: [String] { statuses.map(\.code) }

  /// The phase of a status; one that the settings no longer know counts as active, so that no
  /// ticket gets lost.
  package func phase(of code: String) -> Phase { self[code]?.phase ?? .active }

  /// Finds a status by code or alias, in any case, with `-` for `_`.
  package func find(_ word: String) -> Status? {
    if let known = self[word] { return known }
    let plain = plainName(word)
    return statuses.first { plainName($0.code) == plain }
      ?? statuses.first { $0.aliases.contains { plainName($0) == plain } }
  }

  package func allows(_ from: String, _ to: String) -> Bool {
    self[from].map { $0.next.contains(to) } ?? true
  }

  /// The codes that the verbs go to by themselves, and what these mean: a desk's own statuses must
  /// contain them.
  package static let required: [(code: String, phase: Phase)] = [
    ("new", .active), ("open", .active), ("resolved", .done), ("closed", .done),
  ]

  package static let standard = Lifecycle(statuses: [
    Status("new", "New", .active, "open in_progress pending on_hold resolved closed cancelled"),
    Status(
      "open", "Open", .active, "in_progress pending on_hold resolved closed cancelled",
      "waiting_for_support"),
    Status("in_progress", "In progress", .active, "open pending on_hold resolved closed cancelled"),
    Status(
      "pending", "Pending", .waiting, "open in_progress on_hold resolved closed cancelled",
      "pending_customer waiting_for_customer"),
    Status("on_hold", "On hold", .waiting, "open in_progress pending resolved closed cancelled"),
    Status("resolved", "Resolved", .done, "open closed"),
    Status("closed", "Closed", .done, "open"),
    Status("cancelled", "Cancelled", .done, "open", "canceled"),
  ])
}

extension Status {
  init(
    _ code: String, _ name: String, _ phase: Phase, _ next: String, _ aliases: String = ""
  ) {
    self.init(
      code: code, name: name, phase: phase, next: Self.words(next), aliases: Self.words(aliases))
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Lifecycle {
  init(_ readers: [SettingsReader]) throws {
    statuses = try readers.map(Status.init)
    let codes = self.codes
    try SettingsReader.refuseShared(
      readers, statuses.map { [$0.code, $0.name] + $0.aliases }, "statuses")
    for (reader, status) in zip(readers, statuses) {
      for next in status.next where !codes.contains(next) {
        throw reader.error("next", "no status is called \"\(next)\"")
      }
    }
    for (code, _) in Self.required where !codes.contains(code) {
      guard let first = readers.first else { return }
      let all = Self.required.map(\.code).joined(separator: ", ")
      throw first.error("code", "the status \"\(code)\" is missing: \(all) must exist")
    }
    for (reader, status) in zip(readers, statuses) {
      guard let required = Self.required.first(where: { $0.code == status.code }),
        required.phase != status.phase
      else { continue }
      throw reader.error(
        "phase", "tickets that are \(status.code) are \(required.phase.rawValue)")
    }
  }
}

extension Status {
  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["code", "name", "phase", "next", "aliases", "colour"])
    code = try reader.requiredText("code")
    name = try reader.text("name") ?? code
    let phaseName = try reader.requiredText("phase")
    guard let phase = Phase(rawValue: phaseName) else {
      throw reader.error("phase", "\"\(phaseName)\" is not active, waiting or done")
    }
    self.phase = phase
    next = try reader.texts("next") ?? []
    aliases = try reader.texts("aliases") ?? []
    colour = try reader.colour("colour")
  }
}
