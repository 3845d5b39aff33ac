import CommandKit
import SupportModel

/// What is wrong with a template, in words; where it stands is said apart from it.
struct TemplateProblem {
  let what: String
  var hint: String?
  /// Where it stands in the template's file.
  var place: TemplateError.Place?

  init(_ error: TemplateError) {
    switch error {
    case .unclosed(let place):
      (what, self.place) = ("{{ has no }} on its line", place)
      hint = "\\{{ is written for two braces"
    case .badName(let place, let word):
      (what, self.place) = ("\"\(word)\" is no name of a variable or template", place)
    case .nested(let place, let name):
      (what, self.place) = ("the fallback of \(name) has a place to fill in it", place)
      hint = "a fallback is sent as it is: {{\(name)|TEXT}}"
    case .unknownVariable(let place, let name, let known):
      (what, self.place) = ("no variable is called \"\(name)\"", place)
      hint =
        ErrorText.didYouMean(nearestNames(to: name, among: known)) ?? "support help templates"
    case .missing(let gaps):
      var seen: Set<String> = []
      let names = gaps.map(\.name).filter { seen.insert($0).inserted }
      what = "no value for \(ErrorText.list(names, "and"))"
      let first = names.first ?? "NAME"
      hint = "-D \(first)=VALUE, or a fallback in the template: {{\(first)|TEXT}}"
      place = gaps.first?.place
    case .unused(let name, let used):
      what = "no template here has a place for \"\(name)\""
      hint = ErrorText.hint(name, used)
    case .unknownInclude(let place, let name, let known):
      (what, self.place) = ("no template is called \"\(name)\"", place)
      hint = ErrorText.hint(name, known)
    case .cycle(let chain):
      what = "it includes itself: \(chain.joined(separator: " -> "))"
      place = nil
    case .tooLong(_, let limit):
      what = "what comes of it is longer than \(limit) bytes, or too much is included"
    case .unknownCategory(let place, let category, let known):
      (what, self.place) = ("no category is called \"\(category)\"", place)
      hint = ErrorText.hint(category, known)
    case .elsewhere(_, let categories, let category):
      what =
        "it is for tickets of \(ErrorText.list(categories, "or")), "
        + (category.map { "not of \($0)" } ?? "and this one has no category")
      hint = "support template list"
    case .inactive(let name):
      what = "it is not active"
      hint = "support template edit \(name) --active true"
    case .included(_, let others):
      what = "\(ErrorText.list(others, "and")) \(others.count == 1 ? "includes" : "include") it"
    }
  }
}

extension ErrorText {
  init(template error: TemplateError) {
    let problem = TemplateProblem(error)
    self.init("", hint: problem.hint, status: 1)
    switch error {
    case .unclosed, .badName, .nested, .missing, .unused, .unknownVariable: status = 2
    case .elsewhere, .inactive, .included: status = 5
    case .unknownInclude, .cycle, .tooLong, .unknownCategory:
      status = 1
    }
    let line = problem.place.map { ", line \($0.line)" } ?? ""
    let template = Self.template(of: error)
    what = template.isEmpty ? problem.what : "template \(template)\(line): \(problem.what)"
  }

  private static func template(of error: TemplateError) -> String {
    switch error {
    case .unclosed(let place), .badName(let place, _), .nested(let place, _),
      .unknownVariable(let place, _, _),
      .unknownInclude(let place, _, _), .unknownCategory(let place, _, _):
      place.template
    case .unused: ""
    case .missing(let gaps): gaps.first?.place.template ?? ""
    case .cycle(let chain): chain.first ?? ""
    case .tooLong(let name, _), .elsewhere(let name, _, _), .inactive(let name),
      .included(let name, _):
      name
    }
  }
}
