import Platform
import SupportModel

/// Tickets are shown, listed and counted.
extension Stand {
  var reading: [Heat] {
    let month = Self.month
    return [
      heat("ticket show") { show().map { ($0, selectOne) } },
      heat("ticket show", bound: 1.5) { show().map { ($0, equipment.git) } },
      heat("ticket list") { (list([]), select("WHERE \(Self.isOpen) \(Self.newest)")) },
      heat("list assignee") {
        let query = "WHERE assigned_to = '\(Self.agent)' AND \(Self.isOpen) \(Self.newest)"
        return (list(["--assignee", Self.agent]), select(query))
      },
      heat("list customer") {
        try customer().map { customer in
          let query = "WHERE customer = '\(customer)' \(Self.newest)"
          return (list(["-a", "--customer", customer]), select(query))
        }
      },
      heat("list by created") {
        (list(["-a", "--sort", "created"]), select("ORDER BY created_at DESC"))
      },
      heat("list by subject") {
        (list(["-a", "--sort", "subject"]), select("ORDER BY subject COLLATE NOCASE"))
      },
      heat("list by id") { (list(["-a", "--sort", "id"]), select("ORDER BY id")) },
      heat("open by subject") {
        let query = "WHERE \(Self.isOpen) ORDER BY subject COLLATE NOCASE"
        return (list(["--sort", "subject"]), select(query))
      },
      heat("list created") {
        let query = "WHERE created_at >= '\(month.first)' AND created_at < '\(month.next)'"
        return (list(["-a", "created:\(month.first)"]), select("\(query) \(Self.newest)"))
      },
      heat("list --count") {
        (count(["--count"]), sqlite("COUNT") { _ in Self.countOpen })
      },
      heat("list --count-by") {
        let query = "SELECT status, count(*) FROM tickets GROUP BY status ORDER BY 2 DESC;"
        return (count(["-a", "--count-by", "status"]), sqlite("GROUP BY") { _ in query })
      },
    ]
  }

  /// Fifty tickets of a list.
  func list(_ words: [String]) -> Trial {
    count(["-n", "50"] + words)
  }

  private func count(_ words: [String]) -> Trial {
    let command = ["ticket", "list"] + words
    return support(command.joined(separator: " ")) { _ in command }
  }

  /// The columns that a list of ours has.
  private func select(_ rest: String) -> Peer {
    sqlite("SELECT LIMIT 50") { _ in
      """
      SELECT id, status, priority, assigned_to, customer, last_message_at, subject FROM tickets
        \(rest) LIMIT 50;
      """
    }
  }

  /// Somebody who has written about twenty times, or as near to that as there is.
  private func customer() throws -> String? {
    let counts = try ChildProcess.talk(
      equipment.support, ["-C", desk, "ticket", "list", "-a", "--count-by", "customer"])
    guard counts.status == 0 else {
      throw TrialFailure(command: "support ticket list --count-by customer", status: counts.status)
    }
    let rows = String(decoding: counts.output, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    let customers = rows.filter { $0.count == 2 && $0[0].contains("@") && !$0[0].contains("'") }
    return customers.min { distance($0[1]) < distance($1[1]) }?[0]
  }

  private func distance(_ count: String) -> Int { abs((Int(count) ?? 0) - 20) }

  /// One of the ten who share the work.
  static let agent = "emre"

  private static let newest = "ORDER BY last_message_at DESC"
  private static let isOpen = PeerDatabase.isOpen
  private static let countOpen = "SELECT count(*) FROM tickets WHERE \(isOpen);"

  /// The month a year ago and the one after it, as `2025-11`.
  private static var month: (first: String, next: String) {
    let today = Instant(milliseconds: WallClock.milliseconds()).date
    let next = CivilDate(
      dayNumber: CivilDate(year: today.year - 1, month: today.month, day: 1)
        .dayNumber + 31)
    return (
      "\(today.year - 1)-\(padded(today.month, to: 2))", "\(next.year)-\(padded(next.month, to: 2))"
    )
  }
}
