import TestPrograms
import Testing

/// What the SLA reports look like where somebody sits at a terminal.
struct ReportFaceTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.run(
      """
      support init --as ada
      export SUPPORT_NOW=2026-11-20T08:00:00Z
      id=$(support ticket new -s Slow -m 'So slow.' --customer bob@example.com)
      support ticket new -s Down -m 'All down.' -p critical --customer eve@example.com
      export SUPPORT_NOW=2026-11-20T08:20:00Z
      support ticket reply $id -m 'On it.'
      """)
  }

  private func terminal(
    _ command: String, columns: Int = 80, _ environment: [String: String] = [:]
  ) throws -> String {
    let usual = ["SUPPORT_PAGER": "cat", "NO_COLOR": "1", "SUPPORT_NOW": "2026-11-20T13:00:00Z"]
    return try Terminal.run(
      "support " + command, in: sandbox, columns: columns,
      environment: usual.merging(environment) { $1 }
    ).text
  }

  @Test func `The report has a bar for each row and clock, and fits the terminal`() throws {
    #expect(
      try terminal("sla report") == """
        2 tickets opened so far
          PRIORITY  IN TIME           MET  LATE  PENDING  MEDIAN  P90  WORST
        First response
          critical              0.0%    0     1        0       -    -      -
          normal    ████████  100.0%    1     0        0     20m  20m    20m
          overall   ████       50.0%    1     1        0     20m  20m    20m
        Resolution
          critical              0.0%    0     1        0       -    -      -
          normal                   -    0     0        1       -    -      -
          overall               0.0%    0     1        1       -    -      -

        """)
    for columns in [70, 80, 120, 300] {
      let lines = try terminal("sla report --by customer", columns: columns).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= columns })
    }
    #expect(
      try terminal("sla report --since 2026-11-01 --until 2026-12-01").hasPrefix(
        "2 tickets opened from 2026-11-01 up to 2026-12-01\n"))
    #expect(try terminal("sla report --since 2026-11-21") == "no tickets match\n")
  }

  @Test func `Bars are coloured by how good they are`() throws {
    let text = try terminal("sla report --color always")
    #expect(text.contains("\u{1B}[32m████████\u{1B}[0m"))
    #expect(text.contains("\u{1B}[31m0.0%\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1mResolution\u{1B}[0m"))
  }

  @Test func `The clocks behind the figures are folded`() throws {
    #expect(
      try terminal("sla report --by policy --explain -n 1") == """
          TICKET         RESULT  TOOK  TARGET   OVER  NOTE
        default, first response: 50.0% in time, 1 late, 1 met, 0 pending
          261120-16q4g4  late      5h     30m  4h30m
          261120-73vxrj  met      20m      4h         median, p90, worst
        default, resolution: 0.0% in time, 1 late, 0 met, 1 pending
          261120-16q4g4  late      5h      4h     1h
          ...                                         1 left out, -n shows more

        """)
  }

  @Test func `A simulation shows both sides and what would change`() throws {
    try sandbox.run(
      """
      cat > new.json <<'END'
      [{"name": "new", "targets": {"critical": {"resolution": "8h"},
                                   "normal": {"first_response": "5m"}}}]
      END
      """)
    #expect(
      try terminal("sla simulate --policy new.json") == """
        2 tickets opened so far
          PRIORITY     NOW  LATE  MEDIAN   NEW  LATE  MEDIAN  CHANGE
        First response
          critical    0.0%     1       -     -     0       -
          normal    100.0%     0     20m  0.0%     1     20m  -100.0
          overall    50.0%     1     20m  0.0%     1     20m   -50.0
        Resolution
          critical    0.0%     1       -     -     0       -
          normal         -     0       -     -     0       -
          overall     0.0%     1       -     -     0       -

        3 clocks of 2 tickets would change: 1 would be late, 2 no longer
        TICKET         CLOCK           NOW   NEW                 BY  TARGET
        261120-16q4g4  first response  late  not promised            30m -> none
        261120-16q4g4  resolution      late  pending        3h left  4h -> 8h
        261120-73vxrj  first response  met   late          15m late  4h -> 5m

        """)
  }
}
