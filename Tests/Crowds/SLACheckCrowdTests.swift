import Foundation
import TestPrograms
import Testing

/// `sla check` beside itself, as slow machines and impatient crontabs have it.
struct SLACheckCrowdTests {
  private static let settings = """
    {"format": 1, "sla": {"policies": [{"name": "all", "targets":
      {"normal": {"first_response": "1h", "resolution": "8h"}},
      "escalate": {"tag": "late", "notify": ["ada"]}}]}}
    """

  @Test("Eight at once log each breach and each escalation once")
  func eight() throws {
    let crowd = try Crowd()
    let sandbox = crowd.sandbox
    try Self.settings.write(
      toFile: sandbox.folder + "/support.json", atomically: true, encoding: .utf8)
    // The crowd's own ticket says nothing here: whether it is late is up to the machine's clock.
    try sandbox.run("support ticket close \(crowd.ticket)")
    for number in 1...30 {
      try sandbox.run(
        """
        SUPPORT_NOW=2020-01-01T10:00:00Z \
        support ticket new -s n\(number) -m text --customer c\(number)@x.org
        """)
    }
    // Somebody holds the lock until all of them have found what is due.
    let ended = try crowd.run(
      writers: 8,
      doing: """
        [ $me != 1 ] || flock .support/lock sh -c 'touch held; sleep 3' || touch held &
        while [ ! -e held ]; do sleep 0.05; done
        support --as system sla check --quiet >found.$me 2>err.$me || echo $? >>failed.$me
        """, within: .seconds(60))
    #expect(ended.status == 0)
    #expect(try crowd.lines("failed") == [])
    #expect(try crowd.lines("err.") == [])
    let log = try sandbox.run(
      "support log --format '%(type) %(ticket) %(set)' | grep -E '^ticket.(sla|escalated)'")
    let logged = log.text.split(separator: "\n").map(String.init)
    #expect(logged.count == 30 * 4)
    #expect(Set(logged).count == logged.count)
    #expect(try crowd.lines("found.").count == 30 * 4)
  }
}
