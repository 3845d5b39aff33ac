import Testing

@testable import SupportDesk

@Suite struct DemoTicketsTests {
  let tickets: [DemoTicket]
  let replays: [Replay]

  init() throws {
    tickets = try DemoTickets.all()
    replays = tickets.map(Replay.init)
  }

  @Test("every script parses, and holds its own category", arguments: DemoTickets.scripts.indices)
  func parses(index: Int) throws {
    let script = DemoTickets.scripts[index]
    let tickets = try DemoScript.parse(script.text)
    #expect(tickets.count >= 7)
    #expect(tickets.allSatisfy { $0.category == script.category })
  }

  @Test("every step lies in the past and no ticket is older than 45 days")
  func times() {
    for ticket in tickets {
      #expect(ticket.age <= 45 * 86_400)
      #expect(ticket.steps.allSatisfy { $0.offset < ticket.age }, "\(ticket.subject)")
      #expect(2...9 ~= ticket.steps.count, "\(ticket.subject): \(ticket.steps.count) steps")
    }
  }

  @Test("the lifecycle is respected")
  func lifecycle() {
    #expect(replays.flatMap(\.refusals) == [])
  }

  @Test("open tickets are alive, the others finished")
  func counts() {
    let open = replays.filter { !$0.isDone }
    #expect(tickets.count >= 48)
    #expect(14...18 ~= open.count)
    #expect(replays.count { $0.isCancelled } == 2)
    #expect(open.allSatisfy { $0.lastActivity <= 12 * 3600 })
    #expect(open.count { $0.status == "pending" } >= 3)
    #expect(open.contains { $0.status == "on_hold" })
    #expect(open.count { $0.status == "new" } >= 3)
    #expect(open.count { $0.assignee == nil } >= 4)
    #expect(open.count { $0.unread } >= 5)
    #expect(replays.filter { $0.isDone && $0.unread }.map(\.ticket.subject) == [])
  }

  @Test("the SLA report has something to say")
  func compliance() {
    let answered = replays.filter { $0.firstResponse != nil }
    let done = replays.filter { $0.isDone && !$0.isCancelled }
    let response = 1 - Double(answered.count { $0.responseBreached }) / Double(answered.count)
    let resolution = 1 - Double(done.count { $0.resolutionBreached }) / Double(done.count)
    #expect(0.8...0.9 ~= response)
    #expect(0.8...0.9 ~= resolution)
    #expect(replays.count { $0.isOverdue } == 2)
  }

  @Test("tickets are spread over everything that a desk tells apart")
  func spread() {
    #expect(Set(tickets.map(\.category)) == Set(DemoCompany.categories))
    #expect(Set(tickets.map(\.priority)) == Set(Replay.targets.keys))
    let channels: Set = ["web", "email", "phone", "chat", "social", "api", "portal"]
    #expect(Set(tickets.map(\.channel)) == channels)
    let customers = Dictionary(grouping: tickets, by: \.customerEmail)
    #expect(customers.count { $0.value.count > 1 } >= 8)
    for (email, theirs) in customers {
      #expect(email.hasSuffix(".example"))
      #expect(Set(theirs.map(\.customerName)).count == 1, "\(email)")
    }
  }

  @Test("agents exist, viewers stay quiet, and customers speak in their own tickets only")
  func actors() {
    let handles = Set(DemoPerson.all.filter { $0.role != .viewer }.map(\.handle))
    for ticket in tickets {
      for step in ticket.steps {
        switch step.actor {
        case .agent(let handle): #expect(handles.contains(handle), "\(ticket.subject): \(handle)")
        case .customer(let email): #expect(email == ticket.customerEmail, "\(ticket.subject)")
        }
        if case .assign(let handle) = step.action { #expect(handles.contains(handle)) }
        if case .assignTeam(let team) = step.action { #expect(DemoCompany.teams.contains(team)) }
      }
    }
  }

  @Test("whoever is away has not acted for two days")
  func away() {
    let away = Set(
      DemoPerson.all.filter { $0.availability == .away }.map { DemoActor.agent($0.handle) })
    for ticket in tickets {
      for step in ticket.steps where away.contains(step.actor) {
        #expect(ticket.age - step.offset > 2 * 86_400, "\(ticket.subject)")
      }
    }
  }
}
