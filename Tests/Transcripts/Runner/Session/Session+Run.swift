import TestPrograms

extension Session {
  /// Runs the steps in one shell in a sandbox of their own; `path` is what failures call the file.
  func run(as path: String) throws -> Report {
    let missing = needs.filter { !Program.isInstalled($0) }
    guard missing.isEmpty else { return Report(missing: missing) }
    let sandbox = try Sandbox()
    let script = Script(steps)
    let ended = try sandbox.run(script: script.text, timeout: timeout)
    return judge(ended, of: script, as: path, hiding: sandbox.root)
  }

  /// Compares every step that ended with what it was to print.
  private func judge(
    _ ended: Ended, of script: Script, as path: String, hiding hidden: String
  ) -> Report {
    var report = Report()
    var (results, rest) = script.results(in: ended.output)
    // The last command may well end the shell.
    if results.count == steps.count - 1, let status = ended.status {
      results.append(Script.Result(output: rest, status: status))
    }
    let comparisons = zip(steps, results).map { Comparison($0, $1, hiding: hidden) }
    for (step, comparison) in zip(steps, comparisons) where !comparison.agrees {
      report.mismatches.append(
        .init(line: step.line, text: comparison.diff(of: step, in: path)))
    }
    if results.count < steps.count {
      let step = steps[results.count]
      let printed = PrintedLine.lines(of: rest).map { "\n" + $0.spelled(hiding: hidden) }.joined()
      report.unfinished = .init(
        line: step.line,
        text: "\(reason(ended)) in: \(step.command)\nprinted so far:\(printed)")
    } else if !report.mismatches.isEmpty {
      report.rewritten = rewritten(with: comparisons)
    }
    return report
  }

  private func reason(_ ended: Ended) -> String {
    switch ended.way {
    case .timedOut: "the time was up (\(timeout))"
    case .printedTooMuch: "far too much was printed"
    case .exited(let status): "the shell ended with status \(status)"
    case .killed(let signal): "the shell was killed by signal \(signal)"
    }
  }

  /// The file's text with what the steps printed. Prose, commands and steps that agree stay as
  /// they are, byte for byte.
  func rewritten(with comparisons: [Comparison]) -> String {
    var lines = lines
    for (step, comparison) in zip(steps, comparisons).reversed() where !comparison.agrees {
      lines.replaceSubrange(
        step.body, with: comparison.accepted.map { $0.isEmpty ? "" : indent + $0 })
    }
    return lines.joined(separator: "\n")
  }
}
