import SupportDesk
import SupportModel

extension UseCase {
  static let ticketCases =
    openingCases + talkingCases + stateCases + fieldCases + bondCases
    + jobCases

  private static let openingCases = [
    UseCase("ticket new", "for a customer who is new") {
      var opening = Opening(subject: "Bulb is dead", body: "It was new.")
      opening.customer = EmailAddress("dora@example.com")
      opening.customerName = "Dora"
      return try $0.desk().open(opening).warning
    },
    UseCase("ticket new", "by a customer, with a file") {
      try $0.desk("bob@example.com").open(
        Opening(subject: "See here", body: "A picture."), attaching: [$0.folder + "/bulb.png"]
      ).warning
    },
    UseCase(
      "ticket new", "the first of a month", after: { $0.pass(hours: 24 * 30) },
      run: {
        try $0.desk("bob@example.com").open(Opening(subject: "Again", body: "It flickers.")).warning
      }),
    UseCase(
      "ticket new", "in a desk that was copied",
      after: { try $0.copy() },
      run: {
        try $0.desk().open(Opening(subject: "Copied", body: "From elsewhere.")).warning
      }),
  ]

  private static let talkingCases = [
    UseCase("ticket reply", "with a status") {
      try $0.desk().reply($0.tickets[0], "Which bulb is it?", status: "pending").warning
    },
    UseCase("ticket reply", "with a file, by the customer") {
      let file = $0.folder + "/bulb.png"
      return try $0.desk("bob@example.com").reply($0.tickets[0], "This one.", attaching: [file])
        .warning
    },
    UseCase("ticket note") {
      try $0.desk("eve").note($0.tickets[0], "Same lot as last week.").warning
    },
    UseCase("ticket rate") { try $0.desk("carol@example.com").rate($0.tickets[2], 5).warning },
  ]

  private static let merging = {
    var merging = Merging()
    (merging.crossesCustomers, merging.message) = (true, "I have put your tickets together.")
    return merging
  }()

  private static let jobCases = [
    UseCase("ticket pend") {
      let time = $0.now + .day
      return try $0.desk().pend([$0.tickets[0]], until: time, message: "Tomorrow.").warning
    },
    UseCase(
      "ticket wake",
      after: { scene in
        _ = try scene.desk().pend([scene.tickets[0]], until: scene.now + .day)
        scene.pass(hours: 25)
      }, run: { try $0.desk().wake().warning }),
    UseCase(
      "ticket autoclose",
      after: { scene in
        _ = try scene.desk().reply(scene.tickets[0], "Which bulb is it?", status: "pending")
        scene.pass(hours: 24 * 6)
      }, run: { try $0.desk().autoclose().warning }),
    UseCase(
      "ticket unanswered", after: { $0.pass(hours: 24) },
      run: { try $0.desk().noteUnanswered().warning }),
    UseCase(
      "ticket survey",
      after: { scene in
        _ = try scene.desk().setStatus([scene.tickets[0]], "closed")
        scene.pass(hours: 25)
      }, run: { try $0.desk().askSurveys().warning }),
  ]

  private static let bondCases = [
    UseCase("ticket merge", "with a word to the customer") {
      try $0.desk().merge([$0.tickets[1]], into: $0.tickets[0], merging).warning
    },
    UseCase(
      "ticket unmerge",
      after: { scene in
        _ = try scene.desk().merge([scene.tickets[1]], into: scene.tickets[0], merging)
        scene.pass()
      }, run: { try $0.desk().unmerge([$0.tickets[1]]).warning }),
    UseCase(
      "ticket split", "for a customer who is new",
      after: { scene in
        _ = try scene.desk().reply(scene.tickets[0], "Which bulb is it?")
        scene.pass()
      },
      run: { scene in
        var splitting = Splitting()
        splitting.customer = EmailAddress("dora@example.com")
        return try scene.desk().split(scene.tickets[0], ["1"], splitting).warning
      }),
    UseCase("ticket escalate") {
      var escalating = Escalating(reason: "it smokes")
      (escalating.outside, escalating.priority) = ("fire brigade", "urgent")
      return try $0.desk().escalate([$0.tickets[0]], escalating).warning
    },
  ]

  private static let stateCases = [
    UseCase("ticket status", "of several") {
      try $0.desk().setStatus(.these(Array($0.tickets.prefix(2))), "in_progress").warning
    },
    UseCase("ticket resolve") { try $0.desk().setStatus([$0.tickets[1]], "resolved").warning },
    UseCase("ticket close", "several, with a word") {
      try $0.desk().setStatus(.these(Array($0.tickets.prefix(2))), "closed", message: "Solved.")
        .warning
    },
    UseCase("ticket reopen") {
      try $0.desk().reopen([$0.tickets[2]], message: "Once more.").warning
    },
  ]

  private static let fieldCases = [
    UseCase("ticket assign", "several") {
      try $0.desk().assign(.these($0.tickets), to: "eve", team: "tier-2", reason: "she knows")
        .warning
    },
    UseCase("ticket claim") { try $0.desk("eve").claim([$0.tickets[0]]).warning },
    UseCase("ticket edit", "several") {
      var edit = Edit()
      (edit.priority, edit.addTags, edit.fields) = ("high", ["bulb"], [("batch", "A-0990")])
      return try $0.desk().edit(.these($0.tickets), edit).warning
    },
    UseCase("ticket edit", "more than are held in memory") {
      var edit = Edit()
      edit.addTags = ["bulb"]
      var desk = try $0.desk()
      desk.mostInMemory = 0
      var options = ChangeOptions()
      options.each = { _, _ in }
      let filter = try Filter.parse("is:open", desk.filterContext)
      return try desk.edit(.found(filter), edit, options).warning
    },
    UseCase("ticket read") { try $0.desk().markRead([$0.tickets[0]]).warning },
    UseCase("ticket watch") { try $0.desk().watch([$0.tickets[0]]).warning },
    UseCase("ticket link") {
      try $0.desk().link($0.tickets[0], LinkKind.duplicates, $0.tickets[1]).warning
    },
  ]
}
