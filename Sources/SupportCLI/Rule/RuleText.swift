import SupportDesk
import SupportModel

/// Rules in words.
enum RuleText {
  /// `by=customer; says=urgent*,asap; when=priority:<high`
  static func conditions(_ rule: Rule) -> String {
    let parts = [
      ("by", rule.by?.joined(separator: ",")), ("changed", rule.changed?.joined(separator: ",")),
      ("says", rule.says?.map(\.text).joined(separator: ",")), ("when", rule.when),
    ]
    return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }
      .joined(separator: "; ")
  }

  /// `raise=high; tag=+vip,-new; stop`
  static func actions(_ rule: Rule) -> String {
    (rule.actions.map(action) + (rule.stops ? ["stop"] : [])).joined(separator: "; ")
  }

  private static func action(_ action: RuleAction) -> String {
    let value =
      switch action {
      case .set(let values):
        values.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",")
      case .move(let status): "status:\(status)"
      case .raise(let priority): priority
      case .tag(let add, let remove):
        (add.map { "+\($0)" } + remove.map { "-\($0)" }).joined(separator: ",")
      case .assign(.agent(let handle)): handle
      case .assign(.automatic): "auto"
      case .assign(.nobody): "none"
      case .route(let team): team
      case .escalate(let escalation, _): PolicyText.short(escalation)
      case .reply(.templates(let names)): "template:" + names.joined(separator: ",")
      case .reply(.text(let text)), .note(let text): "\"\(oneLine(text))\""
      case .notify(let names), .watch(let names): names.joined(separator: ",")
      }
    return "\(action.name)=\(value)"
  }

  private static func oneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 40 ? line.prefix(39) + "…" : line
  }

  // MARK: What decided

  static func why(_ failure: RuleTrial.Failure, _ rule: Rule) -> String {
    switch failure {
    case .inactive: "active: it is switched off"
    case .on(let type): "on: \(rule.on.joined(separator: ", ")), not \(type)"
    case .by(let actor): "by: \((rule.by ?? []).joined(separator: ", ")), not \(actor)"
    case .changed: "changed: not \(ErrorText.list(rule.changed ?? [], "or"))"
    case .says:
      "says: none of \((rule.says ?? []).map { "\"\($0.text)\"" }.joined(separator: ", "))"
    case .stopped(let by): "rule \"\(by)\" before it ended the run"
    case .when(let part, let field, let values): "when: \(part) does not hold" + has(field, values)
    }
  }

  /// The word of the rule's member that decided.
  static func member(_ failure: RuleTrial.Failure) -> String {
    switch failure {
    case .inactive: "active"
    case .on: "on"
    case .by: "by"
    case .changed: "changed"
    case .says: "says"
    case .stopped: "stop"
    case .when: "when"
    }
  }

  /// Long texts are not repeated.
  private static func has(_ field: String?, _ values: [String]) -> String {
    guard let field, values.joined().count <= 80 else { return "" }
    return values.isEmpty
      ? ": \(field) is empty" : ": \(field) is \(values.joined(separator: ", "))"
  }

  // MARK: What came of it

  /// `priority=high`, `+tags:vip`; the names of people to tell.
  static func change(_ draft: EventDraft) -> String {
    let told = draft.meta["notify"]?.strings.joined(separator: ",")
    let words = [EventRow.change(draft.patch), told.map { "notify=\($0)" } ?? ""]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func changes(_ drafts: [EventDraft]) -> String {
    let parts = drafts.map(change).filter { !$0.isEmpty }
    return parts.isEmpty ? "changes nothing" : parts.joined(separator: "; ")
  }

  static func warning(_ warning: RuleWarning) -> String {
    switch warning {
    case .loop(let names):
      "rules make each other fire in a circle, which was cut: \(names.joined(separator: " -> "))"
    case .leftOut(let rule, let action, let fault):
      "rule \"\(rule)\": \(action) is left out: \(reason(fault))"
    }
  }

  static func reason(_ fault: RuleFault) -> String {
    switch fault {
    case .unknown(let kind, let name): "no \(kind) is called \"\(name)\""
    case .viewer(let handle): "\(handle) is a viewer and gets no tickets"
    case .noCustomer: "the ticket has no customer"
    case .refused(let refusal): ErrorText(refusal: refusal).what
    case .template(let error): ErrorText(error).what
    case .broken(let file): "\(file) cannot be read"
    }
  }
}

extension Session {
  /// Tells what rules did, or would do, beside what was asked for.
  func tell(_ notices: RuleNotices) {
    for effect in notices.effects where output.isText {
      let changes = RuleText.changes(effect.drafts)
      output.note(
        Visible.line("rule \"\(effect.rule)\" would fire for \(effect.ticket): \(changes)"))
    }
    warn(notices.warnings)
  }

  func warn(_ warnings: [RuleWarning]) {
    for warning in warnings {
      output.note(Visible.line("support: warning: \(RuleText.warning(warning))"))
    }
  }
}
