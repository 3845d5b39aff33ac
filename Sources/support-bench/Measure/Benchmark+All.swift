import SupportModel

extension Benchmark {
  /// The lines of the race, on desks from the smallest to the largest.
  static func all(_ stands: [Stand], support: String, tools: Tools) throws -> [Benchmark] {
    let git = peer("git", tools.git) { git in Trial("git --version", git) { _ in ["--version"] } }
    let version = Trial("support version", support) { _ in ["version"] }
    var soon = version
    (soon.name, soon.times, soon.plus) = ("3 x version, 20 ms", 3, 20_000_000)
    var lines = [Benchmark(work: "version", ours: version, peer: git, bound: 1)]
    for stand in stands {
      let insert = peer("sqlite3", tools.sqlite, stand.insert)
      let update = peer("sqlite3", tools.sqlite, stand.update)
      lines += [
        stand.line("ticket show", stand.show(support), git, bound: 1.5),
        stand.line("ticket new", stand.new(support), insert, bound: 1),
        stand.line("ticket reply", stand.reply(support), update, bound: 1),
        stand.line("sla check", try stand.check(support), .runs(soon), bound: 1),
        stand.line(
          "sla report", stand.report(support), peer("sqlite3", tools.sqlite, stand.groupBy),
          bound: stand.isLarge ? 1 : 2),
      ].compactMap { $0 }
    }
    if let small = stands.first, let large = stands.last, stands.count > 1 {
      lines += [
        large.growth("ticket show", from: small) { $0.show(support) },
        large.growth("ticket new", from: small) { $0.new(support) },
        large.growth("ticket reply", from: small) { $0.reply(support) },
      ].compactMap { $0 }
    }
    return lines
  }

  private static func peer(
    _ name: String, _ program: String?, _ trial: (String) -> Trial
  ) -> Peer {
    program.map { .runs(trial($0)) } ?? .notInstalled(name)
  }
}

extension Stand {
  func line(_ work: String, _ ours: Trial?, _ peer: Peer, bound: Double) -> Benchmark? {
    ours.map { Benchmark(work: work, size: size, ours: $0, peer: peer, bound: bound) }
  }

  /// The same command on this desk and on a smaller one.
  func growth(_ work: String, from small: Stand, _ trial: (Stand) -> Trial?) -> Benchmark? {
    guard var smaller = trial(small) else { return nil }
    smaller.name = "itself at \(small.size)"
    return line(work, trial(self), .runs(smaller), bound: 1.2)
  }

  // MARK: Ours, nil where the desk is too small to hold a fitting ticket

  func show(_ support: String) -> Trial? {
    if shown.isEmpty { return nil }
    return Trial("ticket show", support) { run in
      ["-C", desk, "ticket", "show", shown[run % shown.count].description]
    }
  }

  /// Opens a ticket for a customer: an old one and a new one in turn.
  func new(_ support: String) -> Trial {
    Trial("ticket new", support) { run in
      let customer = run % 2 == 0 ? "bench@example.com" : "bench-\(run % 1000)@example.com"
      return [
        "-C", desk, "ticket", "new", "-s", Self.subject, "-m", Self.message,
        "--customer", customer,
      ]
    }
  }

  func reply(_ support: String) -> Trial? {
    if answered.isEmpty { return nil }
    return Trial("ticket reply", support) { run in
      let id = answered[run % answered.count].description
      return ["-C", desk, "ticket", "reply", id, "-m", Self.message]
    }
  }

  // MARK: The database's

  func insert(_ sqlite: String) -> Trial {
    Trial("sqlite3 INSERT", sqlite) { _ in
      [
        database,
        """
        PRAGMA synchronous=FULL;
        INSERT INTO tickets VALUES(\(Self.freshID), '\(Self.subject)', 'new', 'normal', NULL, 'web',
          'bench@example.com', NULL, \(Self.now), \(Self.now), \(Self.now), NULL, NULL, NULL, NULL);
        """,
      ]
    }
  }

  func update(_ sqlite: String) -> Trial {
    Trial("sqlite3 UPDATE, INSERT", sqlite) { run in
      let id = answered[run % answered.count].description
      return [
        database,
        """
        PRAGMA synchronous=FULL;
        BEGIN;
        UPDATE tickets SET status = 'open', updated_at = \(Self.now), last_message_at = \(Self.now)
          WHERE id = '\(id)';
        INSERT INTO messages VALUES(\(Self.freshID), '\(id)', \(Self.now), 'agent:ada',
          '\(Self.message)');
        COMMIT;
        """,
      ]
    }
  }

  /// As many commands at once as wait for one lock.
  func writers(_ support: String, _ sqlite: String?) -> Writers {
    let peer: Peer = sqlite.map { .runs(patientInsert($0)) } ?? .notInstalled("sqlite3")
    return Writers(size: size, ours: new(support), peer: peer, bound: 1)
  }

  /// An insert that waits for whoever writes.
  private func patientInsert(_ sqlite: String) -> Trial {
    var insert = insert(sqlite)
    let words = insert.words
    insert.words = { ["-cmd", ".timeout 10000"] + words($0) }
    return insert
  }

  private static let subject = "Cannot sign in since the update"
  private static let message = "It says that the password is wrong. Could you reset it for me?"
  private static let freshID = "lower(hex(randomblob(13)))"
  private static let now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
}
