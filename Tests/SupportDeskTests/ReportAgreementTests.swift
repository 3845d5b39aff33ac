import Platform
import SupportModel
import Testing

@testable import SupportDesk

/// Reports say the same whether the index is asked or the documents, and what they say of tickets
/// lists say as well.
@Suite("Reports of the desk's work")
struct ReportAgreementTests {
  private var dice = Chance(seed: 17)

  private mutating func desk() throws -> Office {
    let office = try Office(settings: RandomWork.settings)
    var ids: [String] = []
    for number in 0..<40 {
      ids.append(try office.open("ticket \(number)", by: "c\(number % 9)@example.com"))
    }
    for _ in 0..<160 { try RandomWork.step(office, &ids, &dice) }
    for id in ids {
      do {
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: _ = try office.desk("ada").assign([id], to: "eve", team: nil)
        case 1: _ = try office.desk("ada").setStatus([id], "cancelled")
        case 2: _ = try office.desk("c\(ids.count % 9)@example.com").rate(id, 1 + ids.count % 5)
        case 3:
          var edit = Edit()
          edit.category = "billing"
          _ = try office.desk("ada").edit([id], edit)
        default: break
        }
      } catch is Refusal {
        // Not every step is allowed in every state.
      } catch is DeskError {
        // Customers may rate their own tickets only.
      }
    }
    return office
  }

  private func reports(_ desk: Desk, _ text: String) throws -> [String] {
    let filter = try Filter.parse(text, desk.filterContext)
    let period = ClosedPeriod(since: desk.now - .day - .day - .day, until: desk.now)
    let buckets = try #require(TimeBuckets(.day, of: period))
    let summary = try desk.summary(buckets, filter, explains: true)
    let agents = try desk.agentsReport(period, filter, explains: true)
    var objects = [
      summary.report.json(summary.names, desk.settings), agents.report.json(agents.names),
      try desk.volume(buckets, filter, explains: true).report.json,
    ]
    for place in objects.indices {
      let tickets = objects[place]["tickets"]?.array?.map(\.compact).sorted() ?? []
      objects[place]["tickets"] = .array(tickets.map(JSON.string))
    }
    return objects.map { JSON.object($0).compact }
  }

  @Test("The index and the documents count the same, also while tickets change")
  mutating func agreement() throws {
    let office = try desk()
    for text in ["", "priority:high", "is:open -category:billing", "assignee:eve", "ticket 1"] {
      let desk = try office.desk("vic")
      let indexed = try reports(desk, text)
      #expect(try indexed == office.withoutIndex { try reports(desk, text) }, "\(text)")
      _ = try office.open("another", by: "c3@example.com")
    }
  }

  @Test("Each figure has as many tickets behind it, and a list finds them")
  mutating func tracing() throws {
    let office = try desk()
    let desk = try office.desk("vic")
    let period = ClosedPeriod(since: desk.now - .day - .day - .day, until: desk.now)
    let buckets = try #require(TimeBuckets(.day, of: period))
    let reported = try desk.summary(buckets, explains: true)
    let evidence = reported.report.evidence(reported.names)
    for figure in WorkFigure.allCases {
      let behind = evidence.count { $0.figure == figure.rawValue }
      #expect(behind == reported.report.figures.count(figure), "\(figure)")
    }
    func found(_ text: String) throws -> Set<TicketID> {
      try Set(desk.list(Filter.parse(text, desk.filterContext)).rows.map(\.id))
    }
    func behind(_ figure: String, row: String = "") -> Set<TicketID> {
      Set(evidence.filter { $0.figure == figure && $0.row == row }.map(\.ticket))
    }
    #expect(try behind("open") == found("is:open"))
    #expect(try behind("overdue") == found("is:open is:overdue"))
    #expect(try behind("unassigned") == found("is:open -has:assignee"))
    #expect(try behind("category", row: "billing") == found("is:open category:billing"))
    let rows = reported.report.volume.rows
    #expect(rows.last?.openAtEnd == reported.report.figures.count(.open))
  }
}
