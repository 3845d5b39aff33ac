/// How what a step was to print and what it printed line up.
struct Comparison {
  enum Row: Equatable {
    /// Expected and printed; holds the line as the transcript spells it.
    case same(String)
    /// Expected, but not printed.
    case missing(String)
    /// Printed, but not expected.
    case extra(String)
  }

  private(set) var rows: [Row] = []

  var agrees: Bool {
    rows.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// What the transcript has to say for the step to agree, wildcards kept where they hold.
  var accepted: [String] {
    rows.compactMap {
      switch $0 {
      case .same(let line), .extra(let line): line
      case .missing: nil
      }
    }
  }

  /// Compares a step with its result; `hidden` is a path that differs from run to run.
  init(_ step: Step, _ result: Script.Result, hiding hidden: String? = nil) {
    let expected = step.expected.map(ExpectedLine.init)
    let printed = PrintedLine.lines(of: result.output)
    var extras: [Row] = []
    for pair in Alignment(expected, printed).pairs {
      let wanted = pair.expected.map { expected[$0] }
      // Blank lines at the end and `> ` at the start would be read as something else.
      let isBare = pair.printed == 0 || pair.printed == printed.count - 1
      let got = pair.printed.map { printed[$0] }
      let spelled = got?.spelled(hiding: hidden, isBare: isBare)
      if let wanted, wanted.isAnyLines || got.map(wanted.matches) == true {
        let isMisread = isBare && (wanted.text.isEmpty || wanted.text.first == ">")
        rows += extras + [.same(isMisread ? spelled ?? wanted.text : wanted.text)]
        extras = []
      } else {
        if let wanted { rows.append(.missing(wanted.text)) }
        if let spelled { extras.append(.extra(spelled)) }
      }
    }
    rows += extras
    let (wanted, got) = (step.status, result.status)
    if wanted == got, got != 0 { rows.append(.same("[\(got)]")) }
    if wanted != got, wanted != 0 { rows.append(.missing("[\(wanted)]")) }
    if wanted != got, got != 0 { rows.append(.extra("[\(got)]")) }
  }
}
