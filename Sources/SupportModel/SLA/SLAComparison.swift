/// One row of both reports.
package struct SLAComparison: Hashable, Sendable {
  package let present: SLAReportRow
  package let proposed: SLAReportRow

  package var name: String { present.name }

  var members: [(String, JSON)] {
    [
      ("present", .object(JSONObject(present.members))),
      ("proposed", .object(JSONObject(proposed.members))),
    ]
  }
}
