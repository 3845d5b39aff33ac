/// What the command line asks for.
enum Arguments {
  case help
  case makeDesk(DeskPlan)
  case run(RunOptions)
  /// A command whose memory is to be told.
  case memory([String])
  /// The link map of the program that is to be laid out.
  case layout(String)

  static func parse(_ words: [String]) throws(ArgumentError) -> Arguments {
    var rest = words[...]
    let verb = rest.popFirst()
    if verb == "memory" {
      guard !rest.isEmpty else { throw .missing("the program") }
      return .memory(Array(rest))
    }
    if verb == "layout" {
      guard let map = rest.popFirst() else { throw .missing("the link map") }
      if let word = rest.first { throw .unknown(word) }
      return .layout(map)
    }
    if words.contains("--help") || words.contains("-h") || verb == nil { return .help }
    switch verb {
    case "help": return .help
    case "make-desk": return .makeDesk(try deskPlan(rest))
    case "run": return .run(try runOptions(rest))
    default: throw .unknown(verb ?? "")
    }
  }

  private static func deskPlan(_ words: ArraySlice<String>) throws(ArgumentError) -> DeskPlan {
    var rest = words
    var plan: DeskPlan?
    var tickets = 1000
    var seed: UInt64 = 1
    while let word = rest.popFirst() {
      switch word {
      case "--tickets": tickets = try number(&rest, word)
      case "--seed": seed = UInt64(try number(&rest, word))
      case _ where word.hasPrefix("-") || plan != nil: throw .unknown(word)
      default: plan = DeskPlan(folder: word, tickets: 0)
      }
    }
    guard var plan else { throw .missing("DIR") }
    (plan.tickets, plan.seed) = (tickets, seed)
    return plan
  }

  private static func runOptions(_ words: ArraySlice<String>) throws(ArgumentError) -> RunOptions {
    var rest = words
    var options = RunOptions()
    while let word = rest.popFirst() {
      switch word {
      case "--tickets":
        options.sizes = []
        for part in try value(&rest, word).split(separator: ",") {
          options.sizes.append(try number(String(part), word))
        }
      case "--runs": options.runs = try number(&rest, word)
      case "--folder": options.folder = try value(&rest, word)
      case "--only":
        options.only = try value(&rest, word).split(separator: ",").map(String.init)
      case "--keep": options.keeps = true
      case "--json": options.json = true
      default: throw .unknown(word)
      }
    }
    options.sizes.sort()
    guard !options.sizes.isEmpty, options.runs > 0 else { throw .missing("a number above 0") }
    return options
  }

  private static func value(
    _ words: inout ArraySlice<String>, _ option: String
  ) throws(ArgumentError) -> String {
    guard let value = words.popFirst() else { throw .missing("the value of \(option)") }
    return value
  }

  private static func number(
    _ words: inout ArraySlice<String>, _ option: String
  ) throws(ArgumentError) -> Int {
    try number(try value(&words, option), option)
  }

  private static func number(_ text: String, _ option: String) throws(ArgumentError) -> Int {
    guard let number = Int(text), (0...10_000_000).contains(number) else {
      throw .notANumber(option, text)
    }
    return number
  }
}

/// How a run of the race goes.
struct RunOptions {
  /// Tickets in each desk, the smallest first.
  var sizes = [100, 20_000]
  /// Pairs of runs for each line.
  var runs = 51
  /// The names of the lines to run contain one of these; all are run where there is none.
  var only: [String] = []
  var folder: String?
  var keeps = false
  var json = false

  func wants(_ work: String) -> Bool { only.isEmpty || only.contains(where: work.contains) }
}

/// Why a command line makes no sense.
enum ArgumentError: Error, CustomStringConvertible {
  case unknown(String)
  case missing(String)
  case notANumber(String, String)

  var description: String {
    switch self {
    case .unknown(let word): "unknown word \"\(word)\""
    case .missing(let what): "\(what) is missing"
    case .notANumber(let option, let text):
      "\(option) takes a number up to 10000000, not \"\(text)\""
    }
  }
}
