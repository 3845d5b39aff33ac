import Platform
import SupportDesk
import SupportModel

/// Changes of the words that a desk has for its tickets, some of them with all their tickets. A desk
/// may be left between where the files are changed and the log is: what is named is there.
extension UseCase {
  static let teamCases = [
    UseCase("team add") { scene in
      var team = TeamEdit()
      team.description = "Lamps that hum"
      return try scene.desk().addTeam("hum", team).warning
    },
    UseCase("team edit", "who is in it") { scene in
      var team = TeamEdit()
      (team.name, team.addMembers) = ("Second", ["ada"])
      return try scene.desk().editTeam("tier-2", team).warning
    }.stepwise,
    UseCase(
      "team remove", "with tickets to give away",
      after: { scene in
        _ = try scene.desk().addTeam("tier-2", TeamEdit())
        _ = try scene.desk().assign(.these(scene.tickets), to: nil, team: "tier-2")
        scene.pass()
      },
      run: { try $0.desk().removeTeam("tier-2", replacedBy: "tier-1").warning }
    ).stepwise,
  ]

  static let categoryCases = [
    UseCase("category add") { scene in
      try scene.desk().addCategory("lamps", CategoryEdit()).warning
    },
    UseCase("category edit", "with its policy", after: addCategories) { scene in
      var edit = CategoryEdit()
      (edit.priority, edit.sla) = ("high", "default")
      return try scene.desk().editCategory("lamps", edit).warning
    }.stepwise,
    UseCase("category move", after: addCategories) { scene in
      try scene.desk().moveCategory("lamps", to: "light").warning
    }.stepwise,
    UseCase("category remove", "with tickets to give away", after: addCategories) { scene in
      try scene.desk().removeCategory("lamps/desk", replacedBy: "lamps").warning
    }.stepwise,
  ]

  @Sendable private static func addCategories(_ scene: Scene) throws {
    _ = try scene.desk().addCategory("lamps", CategoryEdit())
    scene.pass()
    _ = try scene.desk().addCategory("lamps/desk", CategoryEdit())
    scene.pass()
    var edit = Edit()
    edit.category = "lamps/desk"
    _ = try scene.desk().edit(.these(scene.tickets), edit)
    scene.pass()
  }

  static let tagCases = [
    UseCase("tag add") { try $0.desk().addTag("vip", TagEdit()).warning },
    UseCase("tag edit", after: addTags) { scene in
      var edit = TagEdit()
      edit.colour = "red"
      return try scene.desk().editTag("hot", edit).warning
    },
    UseCase("tag remove", after: addTags) { try $0.desk().removeTag("hot").warning },
    UseCase("tag remove", "everywhere", after: addTags) { scene in
      try scene.desk().removeTag("hot", everywhere: true).warning
    }.stepwise,
    UseCase("tag rename", after: addTags) { scene in
      try scene.desk().renameTag("hot", to: "warm").warning
    }.stepwise,
    UseCase("tag merge", after: addTags) { scene in
      try scene.desk().mergeTags(["hot"], into: "warm").warning
    }.stepwise,
  ]

  @Sendable private static func addTags(_ scene: Scene) throws {
    _ = try scene.desk().addTag("hot", TagEdit())
    scene.pass()
    var edit = Edit()
    edit.addTags = ["hot"]
    _ = try scene.desk().edit(.these(scene.tickets), edit)
    scene.pass()
  }

  static let entryCases = [
    UseCase("priority add") { try $0.desk().addEntry("blocker", PriorityEdit()).warning },
    UseCase("priority edit") { scene in
      var edit = PriorityEdit()
      edit.colour = "magenta"
      return try scene.desk().editEntry("high", edit).warning
    },
    UseCase("priority remove", after: widen) { scene in
      try scene.desk().removePriority("urgent", replacedBy: "high").warning
    }.stepwise,
    UseCase("status add") { scene in
      var edit = StatusEdit()
      edit.phase = .waiting
      return try scene.desk().addEntry("parts", edit).warning
    },
    UseCase("status edit") { scene in
      var edit = StatusEdit()
      edit.name = "Waiting"
      return try scene.desk().editEntry("pending", edit).warning
    },
    UseCase("status remove", after: widen) { scene in
      try scene.desk().removeStatus("on_hold", replacedBy: "pending").warning
    }.stepwise,
    UseCase("field add") { try $0.desk().addEntry("serial", FieldEdit()).warning },
    UseCase("field edit", after: widen) { scene in
      var edit = FieldEdit()
      edit.kind = .number
      return try scene.desk().editEntry("lot", edit).warning
    },
    UseCase("field remove", after: widen) { scene in
      try scene.desk().removeEntry(CustomField.self, "lot").warning
    },
    UseCase("reference add") { try $0.desk().addEntry("parcel", ReferenceEdit()).warning },
    UseCase("reference edit", after: widen) { scene in
      var edit = ReferenceEdit()
      edit.url = "https://shop.example/{id}"
      return try scene.desk().editEntry("lamp", edit).warning
    },
    UseCase("reference remove", after: widen) { scene in
      try scene.desk().removeEntry(ReferenceKind.self, "lamp").warning
    },
  ]

  /// A field, a reference, and a ticket with what is to go.
  @Sendable private static func widen(_ scene: Scene) throws {
    _ = try scene.desk().addEntry("lot", FieldEdit())
    scene.pass()
    _ = try scene.desk().addEntry("lamp", ReferenceEdit())
    scene.pass()
    var edit = Edit()
    edit.priority = "urgent"
    _ = try scene.desk().edit([scene.tickets[0]], edit)
    scene.pass()
    _ = try scene.desk().setStatus([scene.tickets[0]], "on_hold")
    scene.pass()
  }
}
