import Platform
import SupportModel
import SupportStore

/// A desk to be made.
struct DeskPlan {
  var folder: String
  var tickets: Int
  var seed: UInt64 = 1
  /// How long people have worked in it.
  var days = 3 * 365
}

/// Makes a desk of any size as if people had worked in it for years: the model's own verbs
/// give the events, which go straight into the log; the store then folds the documents from it, as
/// it does after a clone.
struct DeskMaker {
  private let layout: DeskLayout
  private let now: Instant
  private let days: Int
  private var chance: Chance
  private var log: LogWriter
  private let cast: Cast
  private let prose: Prose

  /// Returns where the parts of the desk lie.
  static func make(_ plan: DeskPlan) throws -> DeskLayout {
    let cast = Cast(tickets: plan.tickets)
    let layout = try empty(in: plan.folder, cast)
    var maker = DeskMaker(layout, cast, plan)
    try maker.writeLog(tickets: plan.tickets)
    try maker.foldDocuments()
    return layout
  }

  /// Makes a desk without tickets, for some people to work in.
  static func empty(in folder: String, _ cast: Cast) throws -> DeskLayout {
    let layout = try NewDesk.make(in: folder, name: "Bench", firstAdmin: cast.agents[0])
    for agent in cast.agents { try AgentFiles(layout).write(agent) }
    var config = try LocalConfig(layout)
    try config.set("actor", cast.agents[0].actor.description)
    return layout
  }

  private init(_ layout: DeskLayout, _ cast: Cast, _ plan: DeskPlan) {
    self.layout = layout
    self.cast = cast
    now = Instant(milliseconds: WallClock.milliseconds())
    days = plan.days
    var chance = Chance(seed: plan.seed)
    prose = Prose(&chance)
    self.chance = chance
    log = LogWriter(layout)
  }

  /// Day after day, so that only the files of days to come are held in memory.
  private mutating func writeLog(tickets: Int) throws {
    var customers: Set<String> = []
    let first = now.date.dayNumber - days
    var unfolded = 0
    for (number, count) in ticketsPerDay(tickets).enumerated() {
      let day = CivilDate(dayNumber: first + number)
      for _ in 0..<count {
        var story = Story(cast, prose, settings: DeskSettings(), until: now)
        let start = Instant(day) + timeOfDay(on: day)
        try story.tell(from: start, &chance)
        if let greeting = story.greeting(unless: &customers) { log.add(greeting, from: .mail) }
        for (event, desk) in story.events { log.add(event, from: desk) }
      }
      try log.write(through: day)
      unfolded += count
      if unfolded > Self.fewTickets {
        try foldDocuments()
        unfolded = 0
      }
    }
    try log.write(through: nil)
  }

  /// So many tickets are folded at once, in a gigabyte of memory.
  private static let fewTickets = 50_000

  private func foldDocuments() throws { _ = try DeskStore(layout).snapshot() }

  /// More and more as time goes by, and few at the weekend.
  private mutating func ticketsPerDay(_ tickets: Int) -> [Int] {
    let days = days + 1
    let first = now.date.dayNumber - days + 1
    let weights = (0..<days).map { day in
      let isWeekend = CivilDate(dayNumber: first + day).weekday >= 5
      return (1 + 1.5 * Double(day) / Double(days)) * (isWeekend ? 0.3 : 1)
    }
    let wheel = Wheel(weights)
    var counts = [Int](repeating: 0, count: days)
    for _ in 0..<tickets { counts[wheel.spin(&chance)] += 1 }
    return counts
  }

  /// Mostly around noon; today nothing from the future.
  private mutating func timeOfDay(on day: CivilDate) -> TimeSpan {
    let sum = (0..<3).reduce(0) { sum, _ in sum + Int64.random(in: 0..<28_800_000, using: &chance) }
    let end = day == now.date ? max(1, (now - Instant(day)).milliseconds) : 86_400_000
    return TimeSpan(milliseconds: sum % end)
  }
}
